import type { mailAddresses } from "@/db/schema/mail-addresses";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { deliveries } from "@/db/schema/mails";

export type DeliveryState = (typeof deliveries.$inferSelect)["state"];
export type AddressState = (typeof mailAddresses.$inferSelect)["state"];

/** One delivery event of a sent mail, independent of the provider's own names. */
export interface DeliveryEvent {
  /** The provider's id of the event. */
  id: string;
  /** The provider's id of the mail. */
  messageId: string;
  state: Exclude<DeliveryState, "queued">;
  /** Null without a problem. */
  reason: MailReason | null;
  /**
   * The state of the address itself, which applies to all later mails of the supplier; null when it does not change.
   */
  addressState: AddressState | null;
  /** The addresses the event is about, normalized, without names; null when the provider names none. */
  recipients: string[] | null;
  /** What the receiving server answered, as one line of at most 1,000 characters; null when it is not reported. */
  serverAnswer: string | null;
}

const ORDER: Record<DeliveryState, number> = {
  queued: 0,
  sent: 1,
  delayed: 2,
  delivered: 3,
  bounced: 4,
  undeliverable: 4,
  complained: 4,
};

const STATES = Object.keys(ORDER) as DeliveryState[];

/**
 * Returns the states that `state` may replace. A delivery only moves forward, even if its events arrive out of order.
 */
export function statesBefore(state: DeliveryState): DeliveryState[] {
  return STATES.filter((other) => ORDER[other] < ORDER[state]);
}

/** From the least to the most serious: the state of an address is only replaced by a more serious one. */
const SEVERITY: readonly AddressState[] = ["suppressed", "complained", "bounced"];

export function lessSeriousStates(state: AddressState): AddressState[] {
  return SEVERITY.slice(0, SEVERITY.indexOf(state));
}
