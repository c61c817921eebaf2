/** The fields of a deposited file, named after EN 16931-1 (BT-n are its business terms). */
export type InvoiceReading = ReadInvoice | { ok: false; reason: RefusalReason; detail?: string };

export interface ReadInvoice {
  ok: true;
  format: InvoiceFormat;
  mediaType: "application/pdf" | "application/xml";
  /** BT-24, the specification identifier, as written. */
  profile: string | null;
  /** Null for a PDF that carries no invoice data. */
  fields: InvoiceFields | null;
  /** Name of the embedded XML the fields come from. */
  xmlAttachment: string | null;
  /** Names of everything embedded in the PDF, in the order of its name tree. */
  attachments: string[];
  /**
   * Names of the documents joined to the invoice (BG-24, other files in the PDF). The number of a document is its
   * position here, counted from 1.
   */
  joinedDocuments: string[];
  /** Names of further invoices embedded in the PDF, which were not read. */
  unusedInvoices: string[];
  /** Whether the PDF has JavaScript, launch actions, rich media or similar content. */
  hasActiveContent: boolean;
  problems: FormatProblem[];
}

export type InvoiceFormat = "pdf" | "facturx" | "zugferd" | "cii" | "ubl";

/** Each reason depends on the file alone: reading the same file again gives the same reason. */
export type RefusalReason =
  | "empty"
  | "too_large"
  | "unknown_format"
  | "unknown_root"
  | "unsupported_encoding"
  | "doctype"
  | "too_deep"
  | "too_many_nodes"
  | "malformed_xml"
  | "malformed_pdf"
  | "encrypted_pdf"
  | "inflates_too_far"
  | "too_complex"
  | "out_of_memory"
  | "crashed";

/** Amounts are decimal strings as the file writes them, sign kept; dates are `YYYY-MM-DD`; absent is null. */
export interface InvoiceFields {
  /** BT-1 */
  number: string | null;
  /** BT-2 */
  issuedOn: string | null;
  /** BT-3, UNTDID 1001, as written. */
  typeCode: string | null;
  type: "invoice" | "credit_note";
  /** BT-5, ISO 4217. */
  currency: string | null;
  /** BT-9, the earliest when there are several. */
  dueOn: string | null;
  /** All dates that the payment terms name, each once, earliest first. */
  dueDates: readonly string[];
  /** BT-10 */
  buyerReference: string | null;
  /** BT-12, and the contracts named on lines. */
  contracts: string[];
  /** BT-18 and BT-128 of scheme ABZ (UNTDID 1153, vehicle licence number), and item attributes that are plates. */
  vehicles: string[];
  /** BT-25 and BT-26 */
  precedingInvoices: { number: string; issuedOn: string | null }[];
  /** BT-109 */
  totalWithoutVat: string | null;
  /** BT-112 */
  totalWithVat: string | null;
  /** BT-115 */
  amountDue: string | null;
  /** BG-23; empty when the file gives none, or not all of its amounts. */
  vat: readonly InvoiceVat[];
  payment: InvoicePayment;
  seller: InvoiceParty;
  buyer: InvoiceParty;
  /** The first 5,000. */
  lines: readonly InvoiceLine[];
}

export interface InvoiceParty {
  /** BT-27, BT-44 */
  name: string | null;
  /** BT-29, BT-46: the first identifier given. */
  identifier: string | null;
  /** BT-30, BT-47, as written. */
  legalId: string | null;
  /** The first of `sirens`. */
  siren: string | null;
  /**
   * Every SIREN that identifies the party, each nine digits with a right check digit: in its legal identifier, its other
   * identifiers, its French VAT number and its electronic address (BT-34, BT-49).
   */
  sirens: readonly string[];
  /** BT-31, BT-48 */
  vatNumber: string | null;
}

export interface InvoiceVat {
  /** BT-118, UNCL 5305. */
  category: string | null;
  /** BT-119, in percent. */
  rate: string | null;
  /** BT-116 */
  base: string;
  /** BT-117 */
  tax: string;
}

export interface InvoicePayment {
  /** BT-81, UNTDID 4461, of the first payment instruction. */
  means: string | null;
  /** BT-84: the seller's account for a transfer, an IBAN for instance. */
  account: string | null;
}

export interface InvoiceLine {
  /** BT-126 */
  id: string | null;
  /** BT-153 */
  name: string | null;
  /** BT-129 */
  quantity: string | null;
  /** BT-131 */
  netAmount: string | null;
  /** BT-151, UNCL 5305. */
  vatCategory: string | null;
  /** BT-152, in percent. */
  vatRate: string | null;
  /** BT-134 and BT-135 */
  periodFrom: string | null;
  periodTo: string | null;
  /** The contract and the vehicle that the line itself names; null when it names none, or several. */
  contract: string | null;
  vehicle: string | null;
  /**
   * Name, description (BT-154) and notes (BT-127) of the line, and the identifiers it names, in which a plate or a
   * contract may stand. Cut.
   */
  text: string;
}

/** A missing or malformed value of the file; its field is null. `term` is the EN 16931 business term. */
export interface FormatProblem {
  field: string;
  term: string;
  reason: "missing" | "invalid" | "too_precise" | "too_long";
  /** The text in the file, cut to 80 characters. */
  value?: string;
}
