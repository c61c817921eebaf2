import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import { type PaymentWay, paymentWay, transferAccount } from "@/lib/payment-means";
import { distinctRates, type StoredVat, vatKey, type VatRate, vatRateOf } from "./vat-rates";

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
  /** With the sign used in sums: negative for a credit note. */
  signedWithoutVatMinor: Minor | null;
  signedWithVatMinor: Minor;
  /** -1 when the amounts of the original have the opposite sign, else 1. */
  sign: number;
  /** Empty when neither the file nor its deposit says it. */
  vat: readonly StoredVat[];
  paymentMeans: string | null;
  paymentAccount: string | null;
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
  /** BT-81; a code that is neither a debit nor a transfer is written as it is. */
  payment: Record<Exclude<PaymentWay, "unknown">, string>;
  originalSign: Record<"positive" | "negative", string>;
  /** « 20 % », « Exonéré ». */
  vatRate: (rate: VatRate) => string;
  /** For documents whose VAT is not known by rate. */
  vatNotGiven: string;
  /** The titles of the two columns of a rate. */
  vatBase: (rate: VatRate) => string;
  vatTax: (rate: VatRate) => string;
}

export type Cell =
  | { kind: "text"; text: string }
  | { kind: "date"; date: PlainDate }
  | { kind: "amount"; minor: Minor; currency: string }
  | { kind: "count"; count: number }
  | null;

export type ColumnName = (typeof INDEX_COLUMNS)[number]["name"];

interface NamedColumn {
  name: string;
  /** In characters, for spreadsheets. */
  width: number;
  cell: (row: IndexRow, words: IndexWords) => Cell;
}

/** A column of one index. Its title is in the user's language. */
export interface Column extends Omit<NamedColumn, "name"> {
  title: string;
}

const text = (written: string): Cell => (written === "" ? null : { kind: "text", text: written });
const date = (day: PlainDate | null): Cell => (day === null ? null : { kind: "date", date: day });
const FORMATS = { pdf: "PDF", facturx: "Factur-X", zugferd: "ZUGFeRD", cii: "CII", ubl: "UBL" } as const;

/** The columns that every index has, the same in CSV and in XLSX. */
export const INDEX_COLUMNS = [
  { name: "file", width: 42, cell: (row) => text(row.file) },
  { name: "number", width: 20, cell: (row) => text(row.number) },
  { name: "type", width: 10, cell: (row, words) => text(words.type[row.type]) },
  { name: "issuedOn", width: 12, cell: (row) => date(row.issuedOn) },
  { name: "dueOn", width: 12, cell: (row) => date(row.dueOn) },
  { name: "paymentMeans", width: 14, cell: (row, words) => text(paymentName(row, words)) },
  { name: "paymentAccount", width: 34, cell: (row) => text(transferAccount(row) ?? "") },
  { name: "supplier", width: 22, cell: (row) => text(row.supplierName) },
  { name: "seller", width: 26, cell: (row) => text(row.sellerName) },
  { name: "company", width: 30, cell: (row) => text(row.companyName) },
  { name: "customerNumber", width: 14, cell: (row) => text(row.customerNumber) },
  { name: "contracts", width: 18, cell: (row) => text(row.contracts.join(", ")) },
  { name: "vehicles", width: 18, cell: (row) => text(row.vehicles.join(", ")) },
  { name: "currency", width: 8, cell: (row) => text(row.currency) },
  { name: "withoutVat", width: 14, cell: (row) => amount(row.signedWithoutVatMinor, row.currency) },
  { name: "vat", width: 14, cell: (row) => amount(vatOf(row), row.currency) },
  { name: "withVat", width: 14, cell: (row) => amount(row.signedWithVatMinor, row.currency) },
  { name: "originalSign", width: 12, cell: (row, words) => text(words.originalSign[originalSign(row)]) },
  { name: "vatRates", width: 20, cell: (row, words) => text(vatRatesName(row, words)) },
  { name: "format", width: 10, cell: (row) => text(FORMATS[row.format]) },
  { name: "legalRole", width: 11, cell: (row, words) => text(words.legalRole[row.legalRole]) },
  { name: "depositedOn", width: 12, cell: (row) => date(row.depositedOn) },
  { name: "removeAfter", width: 14, cell: (row) => date(row.removeAfter) },
  { name: "size", width: 12, cell: (row) => ({ kind: "count", count: row.size }) },
  { name: "sha256", width: 68, cell: (row) => text(row.sha256) },
] as const satisfies readonly NamedColumn[];

/** The columns of an index whose documents have these rates of VAT: taxable amount and tax of each come last. */
export function indexColumns(rates: readonly VatRate[], words: IndexWords): Column[] {
  return [
    ...INDEX_COLUMNS.map(({ name, ...column }) => ({ ...column, title: words.columns[name] })),
    ...rates.flatMap((rate): Column[] => [
      {
        title: words.vatBase(rate),
        width: 16,
        cell: (row) =>
          amount(
            sumOf(row, rate, ({ baseMinor }) => baseMinor),
            row.currency,
          ),
      },
      ...(rate.kind === "untaxed"
        ? []
        : [
            {
              title: words.vatTax(rate),
              width: 14,
              cell: (row: IndexRow) =>
                amount(
                  sumOf(row, rate, ({ taxMinor }) => taxMinor),
                  row.currency,
                ),
            },
          ]),
    ]),
  ];
}

/** The signed sum of a document for one rate; null when the document does not use the rate. */
function sumOf(row: IndexRow, rate: VatRate, minorOf: (vat: StoredVat) => Minor): Minor | null {
  const own = row.vat.filter((vat) => vatKey(vatRateOf(vat)) === vatKey(rate));
  if (own.length === 0) return null;
  return BigInt(row.sign) * own.reduce((sum, vat) => sum + minorOf(vat), 0n);
}

/** The total VAT: the difference of the two totals, or the sum of all rates when the total without VAT is missing. */
function vatOf({ signedWithVatMinor, signedWithoutVatMinor, sign, vat }: IndexRow): Minor | null {
  if (signedWithoutVatMinor !== null) return signedWithVatMinor - signedWithoutVatMinor;
  return vat.length === 0 ? null : BigInt(sign) * vat.reduce((sum, { taxMinor }) => sum + taxMinor, 0n);
}

function vatRatesName({ vat }: IndexRow, words: IndexWords): string {
  return vat.length === 0 ? words.vatNotGiven : distinctRates(vat).map(words.vatRate).join(", ");
}

function paymentName(row: IndexRow, words: IndexWords): string {
  const way = paymentWay({ ...row, type: "invoice" });
  return way === "unknown" ? (row.paymentMeans ?? "") : words.payment[way];
}

const originalSign = ({ sign, signedWithVatMinor }: IndexRow) =>
  BigInt(sign) * signedWithVatMinor < 0n ? "negative" : "positive";

function amount(minor: Minor | null, currency: string): Cell {
  return minor === null ? null : { kind: "amount", minor, currency };
}
