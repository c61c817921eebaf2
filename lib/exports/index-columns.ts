import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";

/** One document of an index. */
export interface IndexRow {
  file: string;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  supplierName: string;
  sellerName: string;
  companyName: string;
  customerNumber: string;
  contracts: readonly string[];
  vehicles: readonly string[];
  currency: string;
  /** As everybody adds them up: negative for a credit note. */
  signedWithoutVatMinor: Minor | null;
  signedWithVatMinor: Minor;
  format: "pdf" | "facturx" | "zugferd" | "cii" | "ubl";
  legalRole: "original" | "duplicate";
  /** The calendar day in the supplier's time zone. */
  depositedOn: PlainDate;
  removeAfter: PlainDate;
  size: number;
  sha256: string;
}

/** The texts of an index, in the user's language. */
export interface IndexWords {
  /** The name of the sheet: at most 31 characters, without []:*?/\\. */
  sheet: string;
  columns: Record<ColumnName, string>;
  type: Record<IndexRow["type"], string>;
  legalRole: Record<IndexRow["legalRole"], string>;
}

export type Cell =
  | { kind: "text"; text: string }
  | { kind: "date"; date: PlainDate }
  | { kind: "amount"; minor: Minor; currency: string }
  | { kind: "count"; count: number }
  | null;

export type ColumnName = (typeof INDEX_COLUMNS)[number]["name"];

interface Column {
  name: string;
  /** In characters, for spreadsheets. */
  width: number;
  cell: (row: IndexRow, words: Pick<IndexWords, "type" | "legalRole">) => Cell;
}

const text = (written: string): Cell => (written === "" ? null : { kind: "text", text: written });
const date = (day: PlainDate | null): Cell => (day === null ? null : { kind: "date", date: day });
const FORMATS = { pdf: "PDF", facturx: "Factur-X", zugferd: "ZUGFeRD", cii: "CII", ubl: "UBL" } as const;

/** The columns of an index, the same in CSV and in XLSX. */
export const INDEX_COLUMNS = [
  { name: "file", width: 42, cell: (row) => text(row.file) },
  { name: "number", width: 20, cell: (row) => text(row.number) },
  { name: "type", width: 10, cell: (row, words) => text(words.type[row.type]) },
  { name: "issuedOn", width: 12, cell: (row) => date(row.issuedOn) },
  { name: "dueOn", width: 12, cell: (row) => date(row.dueOn) },
  { name: "supplier", width: 22, cell: (row) => text(row.supplierName) },
  { name: "seller", width: 26, cell: (row) => text(row.sellerName) },
  { name: "company", width: 30, cell: (row) => text(row.companyName) },
  { name: "customerNumber", width: 14, cell: (row) => text(row.customerNumber) },
  { name: "contracts", width: 18, cell: (row) => text(row.contracts.join(", ")) },
  { name: "vehicles", width: 18, cell: (row) => text(row.vehicles.join(", ")) },
  { name: "currency", width: 8, cell: (row) => text(row.currency) },
  { name: "withoutVat", width: 14, cell: (row) => amount(row.signedWithoutVatMinor, row.currency) },
  { name: "withVat", width: 14, cell: (row) => amount(row.signedWithVatMinor, row.currency) },
  { name: "format", width: 10, cell: (row) => text(FORMATS[row.format]) },
  { name: "legalRole", width: 11, cell: (row, words) => text(words.legalRole[row.legalRole]) },
  { name: "depositedOn", width: 12, cell: (row) => date(row.depositedOn) },
  { name: "removeAfter", width: 14, cell: (row) => date(row.removeAfter) },
  { name: "size", width: 12, cell: (row) => ({ kind: "count", count: row.size }) },
  { name: "sha256", width: 68, cell: (row) => text(row.sha256) },
] as const satisfies readonly Column[];

function amount(minor: Minor | null, currency: string): Cell {
  return minor === null ? null : { kind: "amount", minor, currency };
}
