import type { MailTransport } from "@/lib/mails/transports/mail-transport";

/** A received mail, read back from the receiver. */
export interface ArrivedMail {
  fromName: string;
  fromAddress: string;
  /** Every recipient, also of the envelope. */
  recipients: string[];
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  /** All headers unchanged, with names in lower case. */
  headers: Record<string, string>;
  attachments: { fileName: string; mediaType: string; content: Buffer }[];
}

export type Fault =
  | "delay"
  | "refuse"
  | "refuseRecipient"
  | "fail"
  | "cutBefore"
  | "cutInside"
  | "cutAfter"
  | "hangBefore"
  | "hangAfter";

export interface TransportUnderTest {
  transport: MailTransport;
  /** The same server with a short timeout, for faults without an answer; if the transport can have such faults. */
  withShortTimeout?: MailTransport;
  /** The mails that arrived since the last call, in order. */
  arrived(): Promise<ArrivedMail[]>;
  /** Makes the next request fail in this way. */
  cause(fault: Fault): void;
  /** Nobody answers until the returned function is called. */
  goDown(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
