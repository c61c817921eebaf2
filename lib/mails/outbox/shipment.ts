import type { Locale } from "@/lib/languages";
import type { MailContent } from "@/lib/mails/kinds/define-mail-kind";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";

/** A mail that this process tries to send; no other process does until its lease ends. */
export interface ClaimedMail {
  id: string;
  kind: string;
  supplierId: string;
  accountId: string | null;
  recipient: string;
  locale: Locale;
  /** Null when the kind does not understand what the row holds: the mail cannot be composed. */
  content: MailContent | null;
  /** This try included. */
  tries: number;
  createdAt: Date;
}

/** What one request to the provider carries: one mail, or a batch of one supplier's mails, ordered by their ids. */
export interface Shipment {
  /** The idempotency key: the id of the mail or of the batch. */
  id: string;
  isBatch: boolean;
  supplierId: string;
  mails: readonly ClaimedMail[];
  /** This try included. */
  tries: number;
  /** When the first try began that had no clear answer: the provider may have the mails since then. Null without one. */
  mayHaveArrivedSince: Date | null;
}

export type MailEnd = "sent" | "queued" | "dead" | "uncertain";

/** How long a mail that surely was not accepted is tried again, so that no mail is lost to an outage of a day. */
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
/** The provider forgets idempotency keys after 24 hours (quality T21). */
const KEYS_LAST_MS = 23 * 3_600_000;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 60 * 60_000;

/**
 * Whether a shipment that may have arrived must not be sent again: always when the transport has no idempotency keys,
 * else once the provider may have forgotten this key.
 */
export function isTooLateToAsk(
  { mayHaveArrivedSince }: Pick<Shipment, "mayHaveArrivedSince">,
  isIdempotent: boolean,
  at: Date,
): boolean {
  if (mayHaveArrivedSince === null) return false;
  return !isIdempotent || at.getTime() - mayHaveArrivedSince.getTime() >= KEYS_LAST_MS;
}

/** What an outcome makes of a mail of the shipment. Pure, so that every case can be read and tested. */
export function endOf(
  mail: Pick<ClaimedMail, "createdAt">,
  shipment: Pick<Shipment, "isBatch" | "mayHaveArrivedSince">,
  outcome: SendOutcome,
  isIdempotent: boolean,
  at: Date,
): MailEnd {
  const isInDoubt = shipment.mayHaveArrivedSince !== null;
  switch (outcome.kind) {
    case "accepted":
      return "sent";
    case "refused":
      // One mail of the batch is to blame, so each is tried alone: one bad address must not cost the others their mail.
      // Had an earlier request with this key been accepted, the provider would have said so again.
      if (shipment.isBatch) return "queued";
      return isInDoubt ? "uncertain" : "dead";
    case "unknown":
      return isIdempotent && !isTooLateToAsk(shipment, isIdempotent, at) ? "queued" : "uncertain";
    case "retry":
      if (isInDoubt) return isTooLateToAsk(shipment, isIdempotent, at) ? "uncertain" : "queued";
      return at.getTime() - mail.createdAt.getTime() < GIVE_UP_AFTER_MS ? "queued" : "dead";
  }
}

/** When to try again: later each time, and not before the provider allows it. */
export function nextTryAt(tries: number, outcome: SendOutcome, at: Date): Date {
  const growing = Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS);
  const told = "afterMs" in outcome ? (outcome.afterMs ?? 0) : 0;
  return new Date(at.getTime() + (outcome.kind === "refused" ? 0 : Math.max(growing, told)));
}
