import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import type { INVOICE_MAIL_KINDS } from "@/lib/notifications/find-missed";
import type { Channel, Preference } from "@/lib/preferences";

/** What happened to one invoice of an account, for an adviser who answers a customer's question about it. */
export interface InvoiceAnswer {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  depositedAt: Date;
  /** Preference and channel at the time of the deposit. */
  preference: Preference;
  channel: Channel;
  /** How often it was deliberately sent again. */
  resentCount: number;
  withdrawn: { at: Date; reason: string } | null;
  /** The mail of the latest notification; null when there is none. */
  mail: AnswerMail | null;
  /** Why there is no mail, or what it waits for; null when there is one. */
  noMail: NoMail | null;
  /** Who opened or downloaded it, earliest first. */
  readers: { label: string; seenAt: Date | null; downloadedAt: Date | null }[];
  /** When a mailed link to the invoice was last used. A link identifies nobody. */
  linkUsedAt: Date | null;
  /** The hour of the supplier's daily digest. */
  digestHour: number;
  /** The sender address of the supplier's mails. */
  sender: string;
  /** Where the customer finds it, after signing in. */
  url: string;
  remedy: InvoiceRemedy;
}

export interface AnswerMail {
  kind: (typeof INVOICE_MAIL_KINDS)[number];
  recipient: string;
  status: MailStatus;
  /** When the provider accepted the mail; until then, when the mail was queued. */
  at: Date;
  /** When the provider reported the state. */
  reportedAt: Date | null;
  isTrouble: boolean;
  messageId: string | null;
  /** The technical reason, as the provider or the sending server gave it. */
  reason: string | null;
  failure: string | null;
  /**
   * The receiving server's answer when it refused this mail, or the earlier mail because of which this one was not
   * sent.
   */
  serverAnswer: string | null;
}

export type NoMail = "none" | "paper" | "no_address" | "cancelled" | "waits_for_digest" | "waits";

/** What staff can do about an invoice that was not received; null when nothing is needed, or nothing helps. */
export type InvoiceRemedy =
  "resend" | "change_address" | "set_preference" | "set_channel" | "resend_activation" | null;

/**
 * Chooses the remedy. Nothing is needed once somebody has opened the invoice, or while its mail is being delivered.
 * An address that refuses mails must be changed, because sending to it again would fail too.
 */
export function invoiceRemedy(
  answer: Pick<InvoiceAnswer, "withdrawn" | "mail" | "noMail" | "readers">,
  account: { state: string; isAddressStopped: boolean; isNeverActivated: boolean },
): InvoiceRemedy {
  const { withdrawn, mail, noMail, readers } = answer;
  if (withdrawn || account.state !== "open") return null;
  if (noMail === "paper") return "set_channel";
  if (noMail === "no_address" || account.isAddressStopped) return "change_address";
  if (mail?.status === "refused") return "change_address";
  if (noMail === "waits" || noMail === "waits_for_digest" || mail?.status === "waiting") return null;
  if (readers.length > 0 && !mail?.isTrouble) return null;
  if (account.isNeverActivated && mail && !mail.isTrouble) return "resend_activation";
  return noMail === "none" ? "set_preference" : "resend";
}
