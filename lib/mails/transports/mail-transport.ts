import type { MailsToSend } from "./mails-to-send";

/**
 * Sends mails. It never throws for what a provider or a network does: the outcome says it. Every transport passes
 * tests/integration/mails/transport-contract.ts.
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
  /** Closes idle connections; sends under way are completed. */
  close(): Promise<void>;
}

/**
 * What became of this one request. After an `unknown` one, an earlier request may have been accepted whatever a later
 * one says. `detail` is short, technical, and holds neither addresses nor anything of the mail: it is stored and logged.
 */
export type SendOutcome =
  /** The provider's id of each mail; empty when it only says that it accepted this request before. */
  | { kind: "accepted"; messageIds: readonly string[] }
  /** Surely not accepted: try again, not before `afterMs` when the provider says so. */
  | { kind: "retry"; afterMs: number | null; detail: string }
  /** May have been accepted. An idempotent transport may be asked again under the SAME key; another one may not. */
  | { kind: "unknown"; afterMs: number | null; detail: string }
  /**
   * Never will be accepted. Of several mails at least one is to blame: send them one by one, under keys of their own.
   * `isAddressDead`: the recipient's address will never take a mail.
   */
  | { kind: "refused"; by: RefusedBy; isAddressDead: boolean; detail: string };

/** Who refused: the server of the recipient, the mail provider, or the portal before it made a request. */
export type RefusedBy = "receiving_server" | "provider" | "portal";
