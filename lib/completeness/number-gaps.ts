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
const MOST_MISSING = 50;

/**
 * Finds the gaps in an account's numbers. Numbers belong to one series when they have the same seller, the same
 * prefix and the same number of final digits. Suppliers usually number across all customers. Only a series of which
 * the account has nearly all numbers is taken as its own, and only numbers between two present ones are a gap. Even
 * then a gap is a question to ask, not a missing invoice.
 */
export function numberGaps(present: readonly NumberedInvoice[]): NumberGap[] {
  return [...inSeries(present).values()].flatMap(gapsOf).slice(0, MOST_MISSING);
}

interface Position extends NumberedInvoice {
  place: number;
  write: (place: number) => string;
}

function inSeries(present: readonly NumberedInvoice[]): Map<string, Position[]> {
  const series = new Map<string, Position[]>();
  for (const invoice of present) {
    const [, prefix, digits] = /^(.*?)(\d{1,15})$/.exec(invoice.number) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const key = JSON.stringify([invoice.sellerKey, prefix, digits.length]);
    const write = (place: number) => prefix + String(place).padStart(digits.length, "0");
    series.set(key, [...(series.get(key) ?? []), { ...invoice, place: Number(digits), write }]);
  }
  return series;
}

function gapsOf(series: readonly Position[]): NumberGap[] {
  const sorted = [...series].sort((a, b) => a.place - b.place);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  const places = new Set(sorted.map(({ place: at }) => at)).size;
  if (!first || !last || places < MIN_PRESENT || places / (last.place - first.place + 1) < MIN_SHARE)
    return [];
  return sorted.slice(1).flatMap((next, index) => {
    const from = sorted[index];
    if (!from || next.place - from.place < 2) return [];
    const missing = Array.from({ length: next.place - from.place - 1 }, (_, step) =>
      from.write(from.place + 1 + step),
    );
    return [{ after: from.number, before: next.number, missing, month: from.issuedOn.slice(0, 7) }];
  });
}
