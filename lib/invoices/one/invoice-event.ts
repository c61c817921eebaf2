import type { MailFate } from "@/lib/mails/deliveries/mail-fate";

/** What happened to an invoice after its deposit, as its account may know it. */
export type InvoiceEvent = { at: Date } & (
  { kind: "seen" | "downloaded"; by: { userId: string; name: string } } | SystemEvent
);

/** What no person of the account did. */
export type SystemEvent =
  | {
      kind: "mail";
      mail: "notification_link" | "notification_attachment" | "digest";
      recipient: string;
      fate: MailFate;
      isTrouble: boolean;
    }
  /** A mail that will come, or that nobody wanted: why. */
  | { kind: "mail_to_come"; preference: "attachment" | "link" | "digest" }
  | { kind: "no_mail"; why: "none" | "paper" | "cancelled" | "no_address" }
  /** A mailed link knows no person, and that of a digest not which of its invoices was opened. */
  | { kind: "link_used"; count: number; namesOthers: boolean };
