import type { NameView } from "@/lib/overview/overview-view";

/** What a bar draws: what the invoices of a line are for, and its credit notes. */
export type Shares = Pick<NameView, "rentMinor" | "maintenanceMinor" | "otherMinor" | "creditNotesMinor">;

/** A part of a bar, in percent of the longest bar. */
interface Segment {
  part: keyof Shares;
  start: number;
  length: number;
}

const PARTS = ["rentMinor", "maintenanceMinor", "otherMinor"] as const;

/** Returns the length of a bar before credit notes are taken from its end. */
export const barLength = (shares: Shares): bigint =>
  PARTS.reduce((sum, part) => sum + positive(shares[part]), 0n);

/**
 * Returns the parts of a bar one after the other, and over its end what credit notes take away, all on the scale of the
 * longest bar. Negative parts of invoices are not drawn: the amounts beside the bar say them.
 */
export function barSegments(shares: Shares, longest: bigint): Segment[] {
  if (longest <= 0n) return [];
  const percent = (minor: bigint) => Number((minor * 100_000n) / longest) / 1_000;
  const length = barLength(shares);
  const segments: Segment[] = [];
  let end = 0n;
  for (const part of PARTS) {
    const minor = positive(shares[part]);
    if (minor > 0n) segments.push({ part, start: percent(end), length: percent(minor) });
    end += minor;
  }
  const credited = positive(-shares.creditNotesMinor);
  const drawn = credited > longest ? longest : credited;
  const start = drawn > length ? 0n : length - drawn;
  if (drawn > 0n) segments.push({ part: "creditNotesMinor", start: percent(start), length: percent(drawn) });
  return segments;
}

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n);
