import type { Locale } from "@/lib/languages";
import type { MailContent } from "@/lib/mails/kinds/define-mail-kind";
import type { SendOutcome } from "@/lib/mails/transports/transport";

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

/** What one request to the provider carries: one mail, or a batch of one supplier's, by order of their ids. */
export interface Shipment {
  /** The idempotency key: of one mail its own id, of a batch the batch's. */
  id: string;
  isBatch: boolean;
  supplierId: string;
  mails: readonly ClaimedMail[];
  /** This try included. */
  tries: number;
  /** When the first try began whose end nobody knows: the provider may have it since. Null when there is none. */
  mayHaveArrivedSince: Date | null;
}

export type MailEnd = "sent" | "queued" | "dead" | "uncertain";

/** How long something that surely was not accepted is tried again: an outage of a day ends in no dead letter. */
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
/** The provider forgets idempotency keys after 24 hours (quality T21). */
const KEYS_LAST_MS = 23 * 3_600_000;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 60 * 60_000;

/**
 * Whether what may have arrived must not be sent again: without keys at once, with keys when the provider may have
 * forgotten this one.
 */
export function isTooLateToAsk(
  { mayHaveArrivedSince }: Pick<Shipment, "mayHaveArrivedSince">,
  isIdempotent: boolean,
  at: Date,
): boolean {
  if (mayHaveArrivedSince === null) return false;
  return !isIdempotent || at.getTime() - mayHaveArrivedSince.getTime() >= KEYS_LAST_MS;
}

/** What an outcome makes of a mail of the shipment: pure, so that every case can be read and tested. */
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
      // One member is to blame: each is tried alone. Had the batch arrived before, its key would have told so again;
      // one bad address must not cost the others their mail.
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
