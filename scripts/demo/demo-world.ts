import type { Channel, Preference } from "@/lib/preferences";
import type { Role } from "@/lib/roles";
import type { InvoiceSeller, InvoiceSpec } from "./invoice-spec";

/** All demo data as plain objects, before it is in a database. */
export interface DemoWorld {
  suppliers: DemoSupplier[];
  accounts: DemoAccount[];
  /** The first administrator of each supplier comes before its other administrators. */
  users: DemoUser[];
  /** In the order of their deposits. */
  invoices: DemoInvoice[];
}

export interface DemoSupplier {
  slug: string;
  seller: InvoiceSeller;
  senderName: string;
  senderAddress: string;
  contactEmail: string;
  contactPhone: string;
  contactHours: string;
  publisher: string;
  startsOn: string | null;
  formerPortalName: string | null;
  formerPortalUrl: string | null;
  linkOpens: "sign_in" | "direct";
  /** The prefixes of its invoice and credit note numbers. */
  invoicePrefix: string;
  creditNotePrefix: string;
  lastInvoiceNumber: number;
  lastCreditNoteNumber: number;
  paymentDays: number;
}

/** A stopped address, a full mailbox, or a server that does not take the mails yet. */
export type MailTrouble = "bounced" | "complained" | "mailbox_full" | "delayed";

/** Whether its newest mail is inserted too: the demo's own mailbox accepts every mail immediately. */
export const isNewestMailInserted = ({ mailTrouble }: DemoAccount): boolean =>
  mailTrouble === "mailbox_full" || mailTrouble === "delayed";

export interface DemoAccount {
  supplier: string;
  company: { name: string; siren: string; vatNumber: string };
  address: { department?: string; street: string; postcode: string; city: string };
  customerNumber: string;
  email: string | null;
  preference: Preference;
  channel: Channel;
  adviser: { name: string; email: string; phone: string } | null;
  /** Its activation mail was sent this many days ago, and nobody used it. */
  activationUnusedDays?: number;
  /** The delivery problem of its mails of the last month; absent when they arrived. */
  mailTrouble?: MailTrouble;
  billing: DemoBilling;
}

/** The monthly billing of an account. */
export interface DemoBilling {
  kind: "per_vehicle" | "fleet" | "parcels";
  format: "facturx" | "ubl" | "cii";
  payment: InvoiceSpec["payment"];
  /** For each contract, the number of months since its start. */
  contractsSince: number[];
  /** The months, counted back from today, whose invoice is a plain PDF. */
  plainPdf?: number[];
}

export interface DemoUser {
  identifier: string;
  name: string;
  email: string | null;
  isEmailVerified: boolean;
  password: string;
  role: Role;
  /** Slug; null for an operator. */
  supplier: string | null;
  /** The account's customer number; null for staff. */
  customerNumber: string | null;
  mustChangePassword: boolean;
  /** The secret of the second factor (base32); null for customers, who have none. */
  totpSecret: string | null;
}

export interface DemoInvoice {
  supplier: string;
  customerNumber: string;
  spec: InvoiceSpec;
  format: "facturx" | "ubl" | "cii" | "pdf";
  /** The instant of its deposit, ISO 8601. */
  depositedAt: string;
  /** Whether its 24 months of retention are over, so that it is no longer on the portal on the day of the plan. */
  expired: boolean;
  /** Makes the file on request, which takes two milliseconds. */
  file(): Promise<DemoFile>;
}

export interface DemoFile {
  fileName: string;
  mediaType: "application/pdf" | "application/xml";
  bytes: Uint8Array;
}
