/** Who a mail comes from, as it was when the mail was queued. */
export interface MailSupplier {
  slug: string;
  name: string;
  brandColor: string;
  senderName: string;
  senderAddress: string;
  replyTo: string;
  contactEmail: string;
  contactPhone: string;
  timeZone: string;
}

export interface AccountNamed {
  companyName: string;
  /** Empty for a supplier's staff. */
  customerNumber: string;
  identifier: string;
}

/** What each kind of mail keeps in its row. Links are derived when it is rendered: no row holds a secret. */
export interface QueuedProps {
  activation: { supplier: MailSupplier; account: AccountNamed; tokenId: string };
  recovery: { supplier: MailSupplier; tokenId: string; requestedAt: string };
  password_changed: { supplier: MailSupplier; accounts: AccountNamed[]; changedAt: string };
}

export type MailKind = keyof QueuedProps;
