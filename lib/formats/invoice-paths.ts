/**
 * The path of each business term of EN 16931 in a syntax. When a term has several paths, the first one with a text is
 * used.
 */
export interface InvoicePaths {
  profile: string;
  number: string;
  issuedOn: string;
  typeCode: string;
  currency: string;
  /** All paths of a due date: an invoice that is paid in parts has several. */
  dueOn: readonly DueDatePaths[];
  buyerReference: string;
  contracts: string;
  totalWithoutVat: string;
  totalWithVat: string;
  amountDue: string;
  /** BG-23 */
  vat: { each: string; category: string; rate: string; base: string; tax: string };
  /** BG-16 */
  payment: { each: string; means: string; account: string };
  preceding: { each: string; number: string; issuedOn: string };
  /** BT-18, then BT-128 below a line: a document reference of UNTDID 1001 code 130 is an object identifier. */
  objects: ObjectPaths;
  seller: string;
  buyer: string;
  party: PartyPaths;
  line: LinePaths;
}

/**
 * `discount` and `note` distinguish a date until which a discount is granted from a date on which the amount is due.
 */
export interface DueDatePaths {
  each: string;
  date: string;
  note?: string;
  discount?: string;
}

export interface PartyPaths {
  name: readonly string[];
  legalId: string;
  identifiers: readonly string[];
  vatNumber: string;
  /** Tax registrations of every scheme. */
  taxNumbers: string;
  electronicAddress: string;
  country: string;
}

export interface LinePaths {
  each: string;
  id: string;
  name: string;
  description: string;
  notes: string;
  quantity: string;
  netAmount: string;
  vatCategory: string;
  vatRate: string;
  periodFrom: string;
  periodTo: string;
  contracts: readonly string[];
  objects: ObjectPaths;
  attributes: { each: string; name: string; value: string };
}

export interface ObjectPaths {
  each: string;
  identifier: string;
  scheme: string;
}
