import type { PlainDate } from "@/lib/dates";

/** An invoice number and the seller that assigned it. */
export interface NumberedInvoice {
  number: string;
  sellerKey: string;
  issuedOn: PlainDate;
}

/** Numbers missing between two present numbers of the same series. */
export interface NumberGap {
  after: string;
  before: string;
  missing: string[];
  /** The issue month of `after`, `YYYY-MM`. */
  month: string;
}

/** With fewer numbers, the supplier's way of numbering is not known. */
const MIN_PRESENT = 10;
/** In a series of one customer, nearly all numbers are present. */
const MIN_SHARE = 0.9;
const MAX_MISSING = 50;

/**
 * Finds the gaps in an account's numbers. Numbers belong to one series when they have the same seller, the same
 * prefix and the same number of final digits. Suppliers usually number across all customers. Only a series of which
 * the account has nearly all numbers is taken as its own, and only numbers between two present ones are a gap. Even
 * then a gap does not prove that an invoice is missing: it is a reason to ask the supplier.
 */
export function numberGaps(present: readonly NumberedInvoice[]): NumberGap[] {
  return [...inSeries(present).values()].flatMap(gapsOf).slice(0, MAX_MISSING);
}

/** A number split into the prefix of its series and the value of its final digits. */
interface SeriesNumber extends NumberedInvoice {
  value: number;
  /** Writes the number of the series with this value. */
  write: (value: number) => string;
}

function inSeries(present: readonly NumberedInvoice[]): Map<string, SeriesNumber[]> {
  const series = new Map<string, SeriesNumber[]>();
  for (const invoice of present) {
    const [, prefix, digits] = /^(.*?)(\d{1,15})$/.exec(invoice.number) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const key = JSON.stringify([invoice.sellerKey, prefix, digits.length]);
    const write = (value: number) => prefix + String(value).padStart(digits.length, "0");
    const numbers = series.get(key) ?? [];
    numbers.push({ ...invoice, value: Number(digits), write });
    series.set(key, numbers);
  }
  return series;
}

function gapsOf(series: readonly SeriesNumber[]): NumberGap[] {
  const sorted = [...series].sort((a, b) => a.value - b.value);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  const known = new Set(sorted.map(({ value }) => value)).size;
  if (!first || !last || known < MIN_PRESENT || known / (last.value - first.value + 1) < MIN_SHARE) return [];
  return sorted.slice(1).flatMap((next, index) => {
    const from = sorted[index];
    if (!from || next.value - from.value < 2) return [];
    const missing = Array.from({ length: next.value - from.value - 1 }, (_, step) =>
      from.write(from.value + 1 + step),
    );
    return [{ after: from.number, before: next.number, missing, month: from.issuedOn.slice(0, 7) }];
  });
}
