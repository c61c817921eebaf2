import { join } from "node:path";
import { env } from "@/lib/env";
import { mailboxTransport } from "./mailbox-transport";
import type { MailsToSend } from "./mails-to-send";
import { resendTransport } from "./resend-transport";
import { smtpTransport } from "./smtp-transport";

/**
 * What carries mails out. It never throws for what a provider or a network does: the outcome says it. Every driver
 * passes tests/integration/mails/transport-contract.ts.
 */
export interface MailTransport {
  /** How many mails without attachments one request carries; 1 when the transport has no batches. */
  readonly batchLimit: number;
  /** Whether the same request under the same key, within 23 hours, is accepted once however often it is made. */
  readonly isIdempotent: boolean;
  /**
   * Makes ONE request: all its mails are accepted, or none. A retry repeats the key and the very same mails. Several
   * mails must be without attachments and no more than `batchLimit`; anything else throws. So does what the mails throw
   * while they are taken, one after the other, before the request is made.
   */
  send(idempotencyKey: string, mails: MailsToSend): Promise<SendOutcome>;
  /** Lets go of idle connections; sends under way come to their end. */
  close(): Promise<void>;
}

/**
 * What became of this one request; after an `unknown` one, an earlier request may have been accepted whatever a later
 * one says. `reason` is short and holds neither addresses nor anything of the mail: it may be stored and logged.
 */
export type SendOutcome =
  /** The provider's name of each mail; empty when it says only that it accepted this request before. */
  | { kind: "accepted"; messageIds: readonly string[] }
  /** Surely not accepted: try again, not before `afterMs` when the provider says so. */
  | { kind: "retry"; afterMs: number | null; reason: string }
  /** May have been accepted. An idempotent transport may be asked again under the SAME key; another one may not. */
  | { kind: "unknown"; afterMs: number | null; reason: string }
  /** Never will be. Of several mails at least one is to blame: send them one by one, under keys of their own. */
  | { kind: "refused"; reason: string; isRecipientToBlame: boolean };

let opened: MailTransport | undefined;

/** The installation's transport, as `EMAIL_TRANSPORT` says. */
export function mailTransport(): MailTransport {
  return (opened ??= openTransport());
}

/** For tests and benchmarks, which change the settings of a running process. */
export async function forgetTransport(): Promise<void> {
  const old = opened;
  opened = undefined;
  await old?.close();
}

function openTransport(): MailTransport {
  const { EMAIL_TRANSPORT, RESEND_API_KEY = "", RESEND_BASE_URL, SMTP_URL = "", DATA_DIR } = env();
  switch (EMAIL_TRANSPORT) {
    case "resend":
      return resendTransport({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL });
    case "smtp":
      return smtpTransport({ url: SMTP_URL });
    case "mailbox":
      return mailboxTransport(join(DATA_DIR, "mailbox"));
  }
}
