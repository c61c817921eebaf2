import { HOUR_MS } from "@/lib/durations";
import type { Locale } from "@/lib/languages";
import type { MailContent } from "@/lib/mails/kinds/define-mail-kind";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";

/** A mail claimed by this process; no other process sends it until the lease ends. */
export interface ClaimedMail {
  id: string;
  kind: string;
  supplierId: string | null;
  accountId: string | null;
  recipient: string;
  locale: Locale;
  /** Null when the row does not match the schema of its kind: the mail cannot be composed. */
  content: MailContent | null;
  /** This try included. */
  tries: number;
  createdAt: Date;
  /** When it was queued, or could leave again after it was held. */
  sendableSince: Date;
}

/** The mails of one request to the provider: one mail, or a batch of one supplier's mails, ordered by id. */
export interface Shipment {
  /** The idempotency key: the id of the mail or of the batch. */
  id: string;
  isBatch: boolean;
  /** Null for a mail of the installation. */
  supplierId: string | null;
  mails: readonly ClaimedMail[];
  /** This try included. */
  tries: number;
  /**
   * The start of the first try without a clear answer, after which the provider may have the mails; null if every try
   * had one.
   */
  mayHaveArrivedSince: Date | null;
}

/** The state of a mail after a try: `dead` is surely not sent, `uncertain` perhaps; neither is tried again. */
export type StateAfterTry = "sent" | "queued" | "dead" | "uncertain";

/** The time during which a mail that surely was not accepted is retried, so that an outage of a day loses no mail. */
const GIVE_UP_AFTER_MS = 48 * HOUR_MS;
/** The provider forgets idempotency keys after 24 hours (security T21). */
const KEYS_LAST_MS = 23 * HOUR_MS;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = HOUR_MS;

/**
 * Returns whether a shipment that may have arrived must not be sent again: always when the transport has no
 * idempotency keys, else once the provider may have forgotten this key.
 */
export function isTooLateToRetry(
  { mayHaveArrivedSince }: Pick<Shipment, "mayHaveArrivedSince">,
  isIdempotent: boolean,
  at: Date,
): boolean {
  if (mayHaveArrivedSince === null) return false;
  return !isIdempotent || at.getTime() - mayHaveArrivedSince.getTime() >= KEYS_LAST_MS;
}

/** Returns the new state of a mail after the outcome of a try. A pure function, so that each case can be tested. */
export function stateAfterTry(
  mail: Pick<ClaimedMail, "sendableSince">,
  shipment: Pick<Shipment, "isBatch" | "mayHaveArrivedSince">,
  outcome: SendOutcome,
  isIdempotent: boolean,
  at: Date,
): StateAfterTry {
  const isInDoubt = shipment.mayHaveArrivedSince !== null;
  switch (outcome.kind) {
    case "accepted":
      return "sent";
    case "refused":
      // At least one mail of the batch caused the refusal, so each is tried alone: one bad address must not stop the
      // others. No earlier request with this key was accepted, or the provider would have answered so again.
      if (shipment.isBatch) return "queued";
      return isInDoubt ? "uncertain" : "dead";
    case "unknown":
      return isIdempotent && !isTooLateToRetry(shipment, isIdempotent, at) ? "queued" : "uncertain";
    case "retry":
      if (isInDoubt) return isTooLateToRetry(shipment, isIdempotent, at) ? "uncertain" : "queued";
      return at.getTime() - mail.sendableSince.getTime() < GIVE_UP_AFTER_MS ? "queued" : "dead";
  }
}

/** Returns the time of the next try: with a growing delay, and not before the provider allows it. */
export function nextTryAt(tries: number, outcome: SendOutcome, at: Date): Date {
  const growing = Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS);
  const requested = "afterMs" in outcome ? (outcome.afterMs ?? 0) : 0;
  return new Date(at.getTime() + (outcome.kind === "refused" ? 0 : Math.max(growing, requested)));
}
