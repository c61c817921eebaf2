import type { PlainDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import type { PaymentWay } from "@/lib/payment-means";
import type { TradeWords } from "@/lib/trade-words";
import type { WebLink } from "./mail-link";

/** The supplier's colours in one theme; `lib/suppliers/accent` derives both themes from one colour. */
interface MailAccent {
  /** The colour of links. */
  accent: string;
  /** The background of the button; `on` is its text, `edge` its border. */
  fill: string;
  on: string;
  edge: string;
}

/** The props common to all mails. Strings are text, except checked links (`WebLink`). */
export interface MailFrame {
  locale: Locale;
  timeZone: string;
  supplier: {
    name: string;
    /** The address that mails are sent from, which recipients should allow. */
    senderAddress: string;
    /** Null: the name stands in its place. `width` and `height` are those at which it is shown. */
    logo: { url: WebLink; width: number; height: number } | null;
    /** The words of its trade that replace « véhicule » and « contrat ». */
    tradeWords: TradeWords;
    colors: { brand: string; light: MailAccent; dark: MailAccent };
  };
  /** The account's adviser, or the supplier's customer service (without a name); null in mails to staff. */
  contact: { name: string | null; phone: string | null; email: string } | null;
  /** The supplier's pages; null in mails of the installation itself, which has no such pages. */
  pages: { helpUrl: WebLink; noticeUrl: WebLink; privacyUrl: WebLink } | null;
}

export type DocumentType = "invoice" | "credit_note";

/** An invoice or a credit note in a mail. The amount is a decimal string with the sign of the original. */
export interface MailDocument {
  type: DocumentType;
  number: string;
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  /** How the document is paid on the due date, and, for a transfer, the account to pay to. */
  payment: { way: PaymentWay; account: string | null };
  totalWithVat: string;
  currency: string;
  contracts: readonly string[];
  vehicles: readonly string[];
  openUrl: WebLink;
}

/** How the links of a notification open a document: after sign-in, or directly until a day. */
export type LinkOpening = { through: "sign_in" } | { through: "direct"; until: PlainDate };

/** The account a mail is about. */
export interface MailAccount {
  companyName: string;
  customerNumber: string;
}
