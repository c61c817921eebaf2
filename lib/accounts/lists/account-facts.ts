import type { MailReason } from "@/db/schema/mail-reasons";
import type { PlainDate } from "@/lib/dates";
import type { AddressState } from "@/lib/mails/deliveries/delivery-event";
import type { Channel, Preference } from "@/lib/preferences";

/** An account as the lists of the console show it. */
export interface AccountFacts {
  id: string;
  companyName: string;
  siren: string | null;
  customerNumber: string;
  email: string | null;
  /** A change of address waiting for the next invoice. */
  pendingEmail: string | null;
  preference: Preference;
  channel: Channel;
  state: "open" | "closing" | "closed";
  /** Active users. */
  people: number;
  adviser: string | null;
  lastInvoiceOn: PlainDate | null;
  /** Why mails to its address are stopped. */
  addressState: AddressState | null;
  addressReason: MailReason | null;
  addressSince: Date | null;
  /** Whether the newest mail to its address failed or is delayed. */
  isLastMailMissing: boolean;
  /** Active users with an address that refuses mails. */
  refusedPeople: number;
  activationMailedAt: Date | null;
  isActivated: boolean;
  /**
   * When the oldest unopened invoice was deposited. It is looked up now, but only when the daily check found an
   * unopened invoice; null otherwise.
   */
  unopenedSince: Date | null;
  openRequests: number;
  oldestRequestAt: Date | null;
  openQuestions: number;
  oldestQuestionAt: Date | null;
  /** Invoices that will soon be removed and that nobody has downloaded. */
  leaving: number;
  leavingOn: PlainDate | null;
}

/** The main problem of an account, for its line in a list. */
export type AccountTrouble =
  | "closed"
  | "closing"
  | "no_address"
  | "bounced"
  | "complained"
  | "suppressed"
  | "person_refused"
  | "never_activated"
  | "not_activated_yet"
  | "paper"
  | "none";

/** Returns the main problem of an account; `none` when there is no problem. */
export function troubleOf(facts: AccountFacts, unusedActivationBefore: Date): AccountTrouble {
  if (facts.state !== "open") return facts.state;
  if (facts.channel === "paper") return "paper";
  if (facts.email === null) return "no_address";
  if (facts.addressState) return facts.addressState;
  if (facts.refusedPeople > 0) return "person_refused";
  if (facts.activationMailedAt === null || facts.isActivated) return "none";
  return facts.activationMailedAt < unusedActivationBefore ? "never_activated" : "not_activated_yet";
}

/** Why nobody of an account has opened its oldest unopened invoice. */
export type UnseenCause =
  "no_address" | "bounced" | "not_arrived" | "never_activated" | "preference_none" | "not_opened";

/** Returns the cause to resolve first. */
export function unseenCauseOf(facts: AccountFacts): UnseenCause {
  if (facts.email === null) return "no_address";
  if (facts.addressState) return "bounced";
  if (facts.isLastMailMissing) return "not_arrived";
  if (!facts.isActivated) return "never_activated";
  return facts.preference === "none" ? "preference_none" : "not_opened";
}
