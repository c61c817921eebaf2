import type { PlainDate } from "@/lib/dates";

/** A number of an invoice, and who numbers. */
export interface NumberedInvoice {
  number: string;
  sellerKey: string;
  issuedOn: PlainDate;
}

/** Numbers that are not there between two of the same series that are. */
export interface NumberGap {
  after: string;
  before: string;
  missing: string[];
  /** `YYYY-MM`: when `after` was issued. */
  month: string;
}

/** Fewer say nothing about how a supplier numbers. */
const LEAST_PRESENT = 10;
/** In a series that is one customer's, nearly every number is there. */
const LEAST_SHARE = 0.9;
const MOST_MISSING = 50;

/**
 * The gaps in an account's numbers. Numbers belong to one series when the same seller wrote them with the same
 * beginning and as many digits at the end. Suppliers number across all their customers: only a series of which this
 * account has nearly all is taken to be its own, and only what lies between two of its numbers is a gap. Even then
 * a gap is a question to ask, not a missing invoice.
 */
export function numberGaps(present: readonly NumberedInvoice[]): NumberGap[] {
  return [...inSeries(present).values()].flatMap(gapsOf).slice(0, MOST_MISSING);
}

interface Position extends NumberedInvoice {
  at: number;
  write: (at: number) => string;
}

function inSeries(present: readonly NumberedInvoice[]): Map<string, Position[]> {
  const series = new Map<string, Position[]>();
  for (const invoice of present) {
    const [, prefix, digits] = /^(.*?)(\d{1,15})$/.exec(invoice.number) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const key = JSON.stringify([invoice.sellerKey, prefix, digits.length]);
    const write = (at: number) => prefix + String(at).padStart(digits.length, "0");
    series.set(key, [...(series.get(key) ?? []), { ...invoice, at: Number(digits), write }]);
  }
  return series;
}

function gapsOf(series: readonly Position[]): NumberGap[] {
  const sorted = [...series].sort((a, b) => a.at - b.at);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  const places = new Set(sorted.map(({ at }) => at)).size;
  if (!first || !last || places < LEAST_PRESENT || places / (last.at - first.at + 1) < LEAST_SHARE) return [];
  return sorted.slice(1).flatMap((next, index) => {
    const from = sorted[index];
    if (!from || next.at - from.at < 2) return [];
    const missing = Array.from({ length: next.at - from.at - 1 }, (_, step) =>
      from.write(from.at + 1 + step),
    );
    return [{ after: from.number, before: next.number, missing, month: from.issuedOn.slice(0, 7) }];
  });
}
