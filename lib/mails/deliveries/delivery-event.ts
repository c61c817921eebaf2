import type { mailAddresses } from "@/db/schema/mail-addresses";
import type { deliveries } from "@/db/schema/mails";

export type DeliveryState = (typeof deliveries.$inferSelect)["state"];
export type AddressState = (typeof mailAddresses.$inferSelect)["state"];

/** One thing that happened to a sent mail, in the portal's own words. */
export interface DeliveryEvent {
  /** The provider's name of the event. */
  id: string;
  /** The provider's name of the mail. */
  messageId: string;
  state: Exclude<DeliveryState, "queued">;
  /** Short words, without addresses; null when all is well. */
  reason: string | null;
  /** What it says about the address itself, for all further mails of the supplier. */
  addressState: AddressState | null;
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

/** The states that `state` comes after: a delivery moves forward only, whatever order its news come in. */
export function statesBefore(state: DeliveryState): DeliveryState[] {
  return STATES.filter((other) => ORDER[other] < ORDER[state]);
}

/** What is worse replaces what is known of an address; a bounce is the last word. */
const GRAVITY: readonly AddressState[] = ["suppressed", "complained", "bounced"];

export function lighterStates(state: AddressState): AddressState[] {
  return GRAVITY.slice(0, GRAVITY.indexOf(state));
}
