import type { MailTransport } from "@/lib/mails/transports/mail-transport";

/** A mail as it arrived, read back by whoever took it. */
export interface ArrivedMail {
  fromName: string;
  fromAddress: string;
  /** Every recipient, of the envelope too. */
  recipients: string[];
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  /** All headers, names in lower case, as they stand. */
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
  /** The same server by a client that soon gives up, for the faults that never answer; where any can befall it. */
  impatient?: MailTransport;
  /** What arrived since the last call, in order. */
  arrived(): Promise<ArrivedMail[]>;
  /** Makes the next request go wrong. */
  cause(fault: Fault): void;
  /** Nobody answers until the returned function is called. */
  goDown(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
