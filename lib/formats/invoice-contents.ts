/**
 * All fields of an invoice file that a person reads, named after EN 16931-1. Amounts, quantities and percentages are
 * decimal strings as in the file, dates `YYYY-MM-DD`; absent or malformed values are null.
 */
export interface InvoiceContents {
  /** BT-5 */
  currency: string | null;
  /** BT-22 */
  notes: string[];
  /** BT-13 */
  orderReference: string | null;
  /** BT-10 */
  buyerReference: string | null;
  /**
   * BT-124: the locations of further documents as the seller gives them. Shown as text, never fetched, never a link.
   */
  externalDocuments: string[];
  /** BT-9, each once, earliest first. */
  dueDates: string[];
  /** BT-72 */
  deliveredOn: string | null;
  /** BT-73 and BT-74 */
  period: { from: string | null; to: string | null };
  seller: ContentsParty;
  buyer: ContentsParty;
  /** The first of them, at most MAX_LINES. */
  lines: ContentsLine[];
  lineCount: number;
  /** BG-20 and BG-21, on the whole document. */
  allowances: { isCharge: boolean; reason: string | null; amount: string | null }[];
  /** BG-23 */
  vatBreakdown: {
    /** BT-118, UNCL 5305. */
    category: string | null;
    /** BT-119 */
    rate: string | null;
    /** BT-116 */
    taxable: string | null;
    /** BT-117 */
    tax: string | null;
    /** BT-120 */
    exemption: string | null;
  }[];
  totals: ContentsTotals;
  /** BT-20 */
  paymentTerms: string | null;
  /** BT-84 */
  paymentAccount: string | null;
}

export interface ContentsTotals {
  /** BT-106 */
  lines: string | null;
  /** BT-107 */
  allowances: string | null;
  /** BT-108 */
  charges: string | null;
  /** BT-109 */
  withoutVat: string | null;
  /** BT-110 */
  vat: string | null;
  /** BT-112 */
  withVat: string | null;
  /** BT-113 */
  prepaid: string | null;
  /** BT-114 */
  rounding: string | null;
  /** BT-115 */
  due: string | null;
}

export interface ContentsParty {
  name: string | null;
  /** BG-5, BG-8: street lines, then postcode and city. */
  address: string[];
  /** BT-40, BT-55, ISO 3166-1 alpha-2. */
  country: string | null;
  /** BT-30, BT-47; without spaces when it is a SIREN or a SIRET. */
  legalId: string | null;
  legalIdKind: "siren" | "siret" | null;
  vatNumber: string | null;
}

export interface ContentsLine {
  /** BT-126 */
  id: string | null;
  /** BT-153 */
  name: string | null;
  /** BT-154 */
  description: string | null;
  /** BT-129 */
  quantity: string | null;
  /** BT-130, UN/ECE recommendations 20 and 21. */
  unit: string | null;
  /** BT-146 */
  unitPrice: string | null;
  /** BT-149: the number of units that the price is for; null means one. */
  priceQuantity: string | null;
  /** BT-151, UNCL 5305. */
  vatCategory: string | null;
  /** BT-152 */
  vatRate: string | null;
  /** BT-131 */
  netAmount: string | null;
}

/** Maximum number of lines shown; longer invoices are easier to read in the file itself. */
export const MAX_LINES = 500;
