import type { DeliveryState } from "./delivery-event";

/** What became of a mail, as its reader would say it. */
export type MailFate =
  | "waiting"
  /** The mail provider took it; nothing was heard since. */
  | "sent"
  | "delivered"
  | "delayed"
  | "mailbox_full"
  | "too_large"
  | "refused"
  | "sent_back"
  | "unwanted"
  | "stopped_refused"
  | "stopped_unwanted"
  | "suppressed"
  | "withdrawn"
  /** Cancelled since nobody wants it any more: another address, another choice, a link that was used. */
  | "moot"
  | "not_sent"
  /** It may have left: nobody can tell, and it is not sent twice. */
  | "uncertain";

export interface MailTrace {
  mailState: "queued" | "sending" | "sent" | "dead" | "uncertain" | "cancelled";
  deliveryState: DeliveryState | null;
  /** The delivery's reason, else the mail's own failure; both are words of the portal. */
  reason: string | null;
}

/** The words that deliveries keep (lib/deliveries), and what they mean to a reader. */
const BY_REASON: Readonly<Record<string, MailFate>> = {
  "mailbox full": "mailbox_full",
  "message too large for the mailbox": "too_large",
  "attachment refused by the receiving server": "too_large",
  "content refused by the receiving server": "refused",
  "address refused for good": "refused",
  "suppressed by the mail provider": "suppressed",
  "an earlier mail to this address came back": "stopped_refused",
  "its reader marked an earlier mail as unwanted": "stopped_unwanted",
  "its invoice was withdrawn": "withdrawn",
  "invoice withdrawn": "withdrawn",
};

/** Reads what became of a mail from what is kept of it. */
export function fateOf({ mailState, deliveryState, reason }: MailTrace): MailFate {
  const told = BY_REASON[reason ?? ""];
  switch (deliveryState) {
    case "delivered":
    case "delayed":
      return deliveryState;
    case "complained":
      return "unwanted";
    case "bounced":
      return told ?? "sent_back";
    case "undeliverable":
      return told ?? (/\b(5\d\d|RCPT)\b/.test(reason ?? "") ? "refused" : "not_sent");
    default:
      break;
  }
  if (mailState === "cancelled") return told ?? "moot";
  if (mailState === "dead") return "not_sent";
  if (mailState === "sent" || mailState === "uncertain") return mailState;
  return "waiting";
}

/** Whether the mail did not reach its reader, or may not have. */
export const isMailTrouble = (fate: MailFate): boolean =>
  !["waiting", "sent", "delivered", "withdrawn", "moot"].includes(fate);
