import type { Asked } from "@/emails/asked";

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

/** An invoice as its mail shows it; the amount is a decimal string with the original's sign. */
export interface QueuedDocument {
  invoiceId: string;
  type: "invoice" | "credit_note";
  number: string;
  issuedOn: string;
  dueOn: string | null;
  currency: string;
  totalWithVat: string;
  contracts: string[];
  vehicles: string[];
  keptUntil: string;
}

/** A direct link; its secret is derived from its id. */
export interface QueuedLink {
  id: string;
  until: string;
}

interface QueuedNotification {
  supplier: MailSupplier;
  account: { companyName: string; customerNumber: string };
  document: QueuedDocument;
  /** Null: the mail leads through sign-in. */
  link: QueuedLink | null;
}

/** What each kind of mail keeps in its row. Links are derived when it is rendered: no row holds a secret. */
export interface QueuedProps {
  notification_link: QueuedNotification;
  notification_attachment: QueuedNotification & {
    original: {
      storageKey: string;
      fileName: string;
      mediaType: string;
      bytes: number;
      /** False above the supplier's limit: the mail carries the link and says so. */
      isAttached: boolean;
    };
  };
  digest: {
    supplier: MailSupplier;
    account: { companyName: string; customerNumber: string };
    day: string;
    documents: QueuedDocument[];
    link: QueuedLink;
    retentionMonths: number;
  };
  activation: { supplier: MailSupplier; account: AccountNamed; tokenId: string };
  recovery: { supplier: MailSupplier; tokenId: string; requestedAt: string };
  /** To the holder of an identifier that somebody wants to attach to their own. */
  attachment: {
    supplier: MailSupplier;
    account: AccountNamed;
    asker: { identifier: string; companyName: string };
    tokenId: string;
  };
  address_changed: {
    supplier: MailSupplier;
    account: { companyName: string; customerNumber: string };
    changedOn: string;
    /** The former address is never told the new one (R21): no row to it holds it. */
    told:
      | { address: "former"; keepsAccess: boolean }
      | { address: "new"; preference: "attachment" | "link" | "digest" | "none" };
  };
  invitation: {
    supplier: MailSupplier;
    companyName: string;
    inviterName: string;
    identifier: string;
    tokenId: string;
  };
  expiry_warning: {
    supplier: MailSupplier;
    account: { companyName: string; customerNumber: string };
    /** How many nobody took; the first of them are listed. */
    count: number;
    firstUntil: string;
    documents: { type: "invoice" | "credit_note"; number: string; keptUntil: string }[];
  };
  password_changed: { supplier: MailSupplier; accounts: AccountNamed[]; changedAt: string };
  /** To the one who asked. */
  request_received: {
    supplier: MailSupplier;
    account: { companyName: string; customerNumber: string };
    askedAt: string;
    asked: Asked;
  };
  /** To the adviser, who answers to the asker's address where there is one. */
  request_made: {
    supplier: MailSupplier;
    account: { companyName: string; customerNumber: string };
    askedAt: string;
    asked: Asked;
    asker: {
      name: string;
      identifier: string;
      role: "administrator" | "member";
      email: string | null;
      isEmailProven: boolean;
    };
    present: { address: string | null; preference: "attachment" | "link" | "digest" | "none" };
  };
}

export type MailKind = keyof QueuedProps;

/** What tells an account about its invoices: it goes to the address of the account, whoever reads it. */
export const ABOUT_INVOICES = [
  "notification_link",
  "notification_attachment",
  "digest",
  "expiry_warning",
] satisfies MailKind[];

/** What carries a link that is used once. */
export const WITH_TOKEN = ["activation", "recovery", "invitation", "attachment"] satisfies MailKind[];

export const isAboutInvoices = (kind: string): boolean => ABOUT_INVOICES.some((one) => one === kind);
