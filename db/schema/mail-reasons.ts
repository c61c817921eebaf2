/**
 * The reasons why a mail did not reach its reader. Stored with the mail, its delivery, the provider's event and the
 * address. The API returns the reason as it is; pages show the texts of `recentMails.statuses`
 * (`lib/mails/deliveries/mail-status.ts`).
 */
export const MAIL_REASONS = [
  // Reported by the mail provider after it accepted the mail.
  "mailbox_full",
  "message_too_large",
  "attachment_refused",
  "content_refused",
  "address_refused",
  "not_taken",
  "not_taken_yet",
  "returned",
  "suppressed",
  "complained",
  "provider_failed",
  // Found while the mail was being sent; `mails.failure` has the technical details.
  "refused_by_server",
  "address_malformed",
  "not_accepted",
  "given_up",
  "answer_unknown",
  // Stopped by the portal before it was sent.
  "address_bounced",
  "address_complained",
  "invoice_withdrawn",
  // Cancelled by the portal, because it is no longer needed.
  "account_closed",
  "account_on_paper",
  "account_without_address",
  "address_changed",
  "link_unusable",
  // Given up by an operator after it was not sent, or perhaps sent.
  "dropped_by_operator",
] as const;

export type MailReason = (typeof MAIL_REASONS)[number];
