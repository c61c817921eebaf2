import type { PlainDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import type { WebLink } from "./mail-link";

/** What one theme makes of the supplier's colour; `lib/suppliers/accent` derives both themes from one colour. */
interface MailAccent {
  /** Links. */
  accent: string;
  /** Ground of the button, its text and its border. */
  fill: string;
  on: string;
  edge: string;
}

/** What every mail carries, whatever it says. Strings are text, except checked links (`WebLink`). */
export interface MailFrame {
  locale: Locale;
  timeZone: string;
  supplier: {
    name: string;
    /** The address mails come from, which recipients allow-list. */
    senderAddress: string;
    colors: { brand: string; light: MailAccent; dark: MailAccent };
  };
  /** The account's adviser, or the supplier's customer service, which has no name; null in a mail to these. */
  contact: { name: string | null; phone: string | null; email: string } | null;
  helpUrl: WebLink;
  noticeUrl: WebLink;
  privacyUrl: WebLink;
}

export type DocumentType = "invoice" | "credit_note";

/** An invoice or a credit note as a mail tells it; the amount is a decimal string with the original's sign. */
export interface MailDocument {
  type: DocumentType;
  number: string;
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  totalWithVat: string;
  currency: string;
  contracts: readonly string[];
  vehicles: readonly string[];
  openUrl: WebLink;
}

/** Where the links of a notification lead: through sign-in, or straight to the document until a day. */
export type LinkOpening = { through: "sign_in" } | { through: "direct"; until: PlainDate };

/** The account a mail is about. */
export interface MailAccount {
  companyName: string;
  customerNumber: string;
}

export type Preference = "attachment" | "link" | "digest" | "none";
