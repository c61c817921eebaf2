import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import type { Preference } from "@/lib/preferences";

/** One event in the life of an invoice after its deposit, as shown to its account. */
export type InvoiceEvent = { at: Date } & (
  | { kind: "seen" | "downloaded"; by: { userId: string; label: string } }
  | { kind: "shared" | "share_revoked"; by: { userId: string; label: string }; recipient: string }
  | SystemEvent
);

/** An event not caused by a user of the account. */
export type SystemEvent =
  | {
      kind: "mail";
      mail: "notification_link" | "notification_attachment" | "digest" | "missed_invoices";
      recipient: string;
      status: MailStatus;
      isTrouble: boolean;
    }
  /** A mail still to be sent, or the reason why none is sent. */
  | { kind: "mail_to_come"; preference: Exclude<Preference, "none"> }
  | { kind: "no_mail"; why: "none" | "paper" | "cancelled" | "no_address" }
  /** A mailed link identifies no person, and a digest's link does not tell which of its invoices was opened. */
  | { kind: "link_used"; count: number; namesOthers: boolean }
  /** The last use of the link for somebody outside the portal. It does not prove who used it. */
  | { kind: "share_used"; count: number; recipient: string };
