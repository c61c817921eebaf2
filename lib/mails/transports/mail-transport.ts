import type { MailsToSend } from "./mails-to-send";

/**
 * Sends mails. It never throws for errors of a provider or a network: the outcome reports them. All transports pass
 * the tests of tests/integration/mails/transport-contract.ts.
 */
export interface MailTransport {
  /** The maximum number of mails without attachments in one request; 1 when the transport has no batches. */
  readonly batchLimit: number;
  /** Whether a request repeated with the same key within 23 hours is accepted only once. */
  readonly isIdempotent: boolean;
  /**
   * Makes ONE request: all its mails are accepted, or none. A retry must repeat the key and exactly the same mails.
   * Throws when several mails have attachments or exceed `batchLimit`. The mails are read one after the other before
   * the request is made; an error thrown while reading them is passed on.
   */
  send(idempotencyKey: string, mails: MailsToSend): Promise<SendOutcome>;
  /** Closes idle connections; sends in progress are completed. */
  close(): Promise<void>;
}

/**
 * The outcome of one request. After an `unknown` outcome the request may have been accepted, even if a later request
 * has another outcome. `detail` is short and technical, without addresses or content of the mail, because it is stored
 * and logged.
 */
export type SendOutcome =
  /** The provider's id of each mail; empty when it only reports that it accepted this request before. */
  | { kind: "accepted"; messageIds: readonly string[] }
  /** Surely not accepted: try again, after `afterMs` if the provider gives a delay. */
  | { kind: "retry"; afterMs: number | null; detail: string }
  /** May have been accepted. With an idempotent transport repeat it under the SAME key; with another one do not. */
  | { kind: "unknown"; afterMs: number | null; detail: string }
  /**
   * Will never be accepted. At least one of the mails is the cause: send them one by one, each under a separate key.
   * `isAddressDead`: the recipient's address will never accept a mail.
   */
  | { kind: "refused"; by: RefusedBy; isAddressDead: boolean; detail: string };

/** The origin of a refusal: the recipient's server, the mail provider, or the portal before it made a request. */
export type RefusedBy = "receiving_server" | "provider" | "portal";
