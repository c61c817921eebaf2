import type { Minor } from "@/lib/money";

/** The limit of counting; above it the page shows « more than 1,000 ». */
export const COUNT_LIMIT = 1_000;

/** A number of invoices; `isCapped` when there are more than `value`. */
export interface Count {
  value: number;
  isCapped: boolean;
}

/** Converts a number that was counted up to COUNT_LIMIT + 1. */
export const counted = (count: number): Count => ({
  value: Math.min(count, COUNT_LIMIT),
  isCapped: count > COUNT_LIMIT,
});

/** The figures of one month in one currency. */
export interface SummaryRow {
  /** `YYYY-MM`. */
  month: string;
  currency: string;
  count: number;
  creditNotes: number;
  /** Invoices not yet taken by the viewer. */
  remaining: number;
  /** Neither opened nor taken by the viewer. */
  unread: number;
  /** Deposited since the viewer's last visit, and not opened yet. */
  sinceLastVisit: number;
  /** Bytes of the originals. */
  size: number;
  /** Invoices that state a contract, a vehicle, a due date, a total without VAT. */
  withContract: number;
  withVehicle: number;
  withDueOn: number;
  withoutVatStated: number;
  /** Credit notes subtracted. */
  withVatMinor: Minor;
  /** Null when an invoice does not state it. */
  withoutVatMinor: Minor | null;
}

export interface CurrencyTotal {
  currency: string;
  withVatMinor: Minor;
  withoutVatMinor: Minor | null;
}

/** The optional columns of the list that have a value. */
interface FilledColumns {
  contract: boolean;
  vehicle: boolean;
  dueOn: boolean;
  withoutVat: boolean;
}

export interface MonthSummary {
  count: Count;
  creditNotes: number;
  /** Null in the month where counting stopped; its totals are empty too. */
  remaining: number | null;
  totals: CurrencyTotal[];
}

/**
 * The figures of all matches. Above COUNT_LIMIT, `hasMore` is set, `totals` is empty, and of the figures only `count`
 * is valid.
 */
export interface InvoiceSummary {
  count: number;
  hasMore: boolean;
  creditNotes: number;
  remaining: number;
  unread: number;
  sinceLastVisit: number;
  /** Bytes of the originals. */
  size: number;
  /** The optional values that at least one invoice states. */
  filled: FilledColumns;
  /** By currency. */
  totals: CurrencyTotal[];
  /** By `YYYY-MM`; above COUNT_LIMIT the newest ones only. */
  months: Record<string, MonthSummary>;
}

/** Adds up the months of one account, or of several accounts that were counted separately. */
export function addUp(accounts: readonly (readonly SummaryRow[])[]): InvoiceSummary {
  const cut = accounts
    .filter((rows) => sum(rows, "count") > COUNT_LIMIT)
    .map((rows) => oldestMonth(rows))
    .sort()
    .at(-1);
  // Months older than the point where counting stopped in one account would show the figures of the others alone.
  const rows = accounts.flat().filter(({ month }) => cut === undefined || month >= cut);
  const seen = sum(accounts.flat(), "count");
  const hasMore = seen > COUNT_LIMIT;
  return {
    count: Math.min(seen, COUNT_LIMIT),
    hasMore,
    creditNotes: sum(rows, "creditNotes"),
    remaining: sum(rows, "remaining"),
    unread: sum(rows, "unread"),
    sinceLastVisit: sum(rows, "sinceLastVisit"),
    size: sum(rows, "size"),
    filled: {
      contract: sum(rows, "withContract") > 0,
      vehicle: sum(rows, "withVehicle") > 0,
      dueOn: sum(rows, "withDueOn") > 0,
      withoutVat: sum(rows, "withoutVatStated") > 0,
    },
    totals: hasMore ? [] : totalsOf(rows),
    months: Object.fromEntries(
      grouped(rows, ({ month }) => month).map(([month, ofMonth]) => [
        month,
        monthSummary(ofMonth, month === cut),
      ]),
    ),
  };
}

const oldestMonth = (rows: readonly SummaryRow[]) => rows.map(({ month }) => month).sort()[0] ?? "";

function monthSummary(rows: readonly SummaryRow[], isCut: boolean): MonthSummary {
  const count = sum(rows, "count");
  const creditNotes = sum(rows, "creditNotes");
  return isCut
    ? { count: { value: count - 1, isCapped: true }, creditNotes, remaining: null, totals: [] }
    : {
        count: { value: count, isCapped: false },
        creditNotes,
        remaining: sum(rows, "remaining"),
        totals: totalsOf(rows),
      };
}

/** Adds up amounts by currency; without VAT only where each of them is known. */
export function totalsOf(rows: readonly CurrencyTotal[]): CurrencyTotal[] {
  const byCurrency = grouped(rows, ({ currency }) => currency);
  return byCurrency.map(([currency, ofCurrency]) => ({
    currency,
    withVatMinor: ofCurrency.reduce((total, { withVatMinor }) => total + withVatMinor, 0n),
    withoutVatMinor: ofCurrency.reduce<Minor | null>(
      (total, { withoutVatMinor }) =>
        total === null || withoutVatMinor === null ? null : total + withoutVatMinor,
      0n,
    ),
  }));
}

/** Groups rows by key, sorted by key. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const keys = [...new Set(rows.map(keyOf))].sort();
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)]);
}

type Figure = {
  [Name in keyof SummaryRow]: SummaryRow[Name] extends number ? Name : never;
}[keyof SummaryRow];
const sum = (rows: readonly SummaryRow[], figure: Figure) =>
  rows.reduce((total, row) => total + row[figure], 0);
