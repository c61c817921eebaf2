/** What an operator does with a mail that was not sent, or may not have been. */
export const MAIL_CHOICES = ["retry", "drop"] as const;

export type MailChoice = (typeof MAIL_CHOICES)[number];
