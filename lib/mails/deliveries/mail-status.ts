import type { MailReason } from "@/db/schema/mail-reasons";
import type { DeliveryState } from "./delivery-event";

/** The delivery state of a mail, as pages show it. */
export type MailStatus =
  | "waiting"
  /** The mail provider accepted it; no event has arrived since. */
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
  /** Cancelled: the account is no longer mailable, its address changed, or the link was used or ended. */
  | "no_longer_needed"
  | "not_sent"
  /** It may have been sent: the portal cannot know, and does not send it again. */
  | "uncertain"
  /** An operator gave it up after it was not sent, or may not have been. */
  | "dropped";

export interface MailTrace {
  mailState: "queued" | "sending" | "sent" | "dead" | "uncertain" | "cancelled";
  deliveryState: DeliveryState | null;
  /** The reason of the delivery, else that of the mail. */
  reason: MailReason | null;
}

/** The status to show for each reason. */
const BY_REASON: Readonly<Record<MailReason, MailStatus>> = {
  mailbox_full: "mailbox_full",
  message_too_large: "too_large",
  attachment_refused: "too_large",
  content_refused: "refused",
  address_refused: "refused",
  not_taken: "sent_back",
  not_taken_yet: "delayed",
  returned: "sent_back",
  suppressed: "suppressed",
  complained: "unwanted",
  provider_failed: "not_sent",
  refused_by_server: "refused",
  address_malformed: "not_sent",
  not_accepted: "not_sent",
  given_up: "not_sent",
  answer_unknown: "uncertain",
  address_bounced: "stopped_refused",
  address_complained: "stopped_unwanted",
  invoice_withdrawn: "withdrawn",
  account_closed: "no_longer_needed",
  account_on_paper: "no_longer_needed",
  account_without_address: "no_longer_needed",
  address_changed: "no_longer_needed",
  link_unusable: "no_longer_needed",
  dropped_by_operator: "dropped",
};

/** Returns the delivery state to show, from the states stored for the mail. */
export function statusOf({ mailState, deliveryState, reason }: MailTrace): MailStatus {
  const statusByReason = reason === null ? null : BY_REASON[reason];
  switch (deliveryState) {
    case "delivered":
    case "delayed":
      return deliveryState;
    case "complained":
      return "unwanted";
    case "bounced":
      return statusByReason ?? "sent_back";
    case "undeliverable":
      return statusByReason ?? "not_sent";
    default:
      break;
  }
  if (mailState === "cancelled") return statusByReason ?? "no_longer_needed";
  if (mailState === "dead") return "not_sent";
  if (mailState === "sent" || mailState === "uncertain") return mailState;
  return "waiting";
}

/** Whether the mail did not reach its reader, or may not have. */
export const isMailTrouble = (status: MailStatus): boolean =>
  !["waiting", "sent", "delivered", "withdrawn", "no_longer_needed"].includes(status);
