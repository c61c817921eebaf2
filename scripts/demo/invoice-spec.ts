/** The content of a demo invoice, the source of its PDF or XML. Amounts are decimal strings, dates `YYYY-MM-DD`. */
export interface InvoiceSpec {
  seller: InvoiceSeller;
  buyer: InvoiceParty;
  /** The customer's number at the seller: buyer reference (BT-10). */
  customerNumber: string;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: string;
  dueOn?: string;
  period?: { startsOn: string; endsOn: string };
  currency: string;
  /** The first one is BT-12; EN 16931 has only one contract at document level. */
  contracts: string[];
  plates: string[];
  lines: InvoiceLine[];
  /** BG-3, the invoice that a credit note corrects. */
  precedingInvoice?: { number: string; issuedOn: string };
  payment: "direct_debit" | "credit_transfer";
  /** Free remarks, printed above the legal mentions and stored as BT-22. */
  notes: string[];
}

export interface InvoiceParty {
  name: string;
  /** The department, shown under the name. */
  department?: string;
  street: string;
  postcode: string;
  city: string;
  siren?: string;
  vatNumber?: string;
}

export interface InvoiceSeller extends InvoiceParty {
  siren: string;
  vatNumber: string;
  /** Legal form and share capital, a mandatory mention (code de commerce, R.123-238). */
  legalForm: string;
  email: string;
  phone: string;
  iban: string;
  bic: string;
  /** SEPA creditor identifier (BT-90). */
  creditorId: string;
  /** `#rrggbb`, the colour of the band and the logo. */
  brandColour: string;
  /** SVG path drawn in white on a 36 × 36 square of the brand colour. */
  logoPath: string;
}

export interface InvoiceLine {
  description: string;
  quantity: string;
  unit: InvoiceUnit;
  unitPrice: string;
  /** In percent; "0" means an exempt line (category E). */
  vatRate: string;
  vehicle?: string;
  contract?: string;
}

export type InvoiceUnit = "month" | "one" | "kilometre";

/** The codes of UN/ECE Recommendation 20. */
export const UNIT_CODES: Record<InvoiceUnit, string> = {
  month: "MON",
  one: "C62",
  kilometre: "KMT",
};

/** Returns the document type code (UNTDID 1001). */
export function typeCodeOf(spec: InvoiceSpec): "380" | "381" {
  return spec.type === "credit_note" ? "381" : "380";
}

/** The reason for category E, where it is mandatory (BR-E-10): insurance has no VAT (article 261 C, 2° du CGI). */
export const EXEMPTION_REASON = "Exonération de TVA, article 261 C, 2° du CGI";

/**
 * The mentions that French law requires on each invoice between professionals (code de commerce, L.441-9 and D.441-5),
 * with the subject codes (UNTDID 4451) that XP Z12-012 requires.
 */
export const LEGAL_NOTES: readonly { code: "PMD" | "PMT" | "AAB"; text: string }[] = [
  {
    code: "PMD",
    text: "Pénalités de retard : trois fois le taux d’intérêt légal, exigibles sans rappel.",
  },
  {
    code: "PMT",
    text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.",
  },
  { code: "AAB", text: "Pas d’escompte pour paiement anticipé." },
];
