import { minorDigits } from "@/lib/money";
import type { InvoiceLine, InvoiceSpec } from "./invoice-spec";

export interface InvoiceTotals {
  /** BT-131 of each line, in order, in minor units. */
  lineNetMinor: bigint[];
  /** BG-23: one row for each rate, highest rate first. */
  vat: VatRow[];
  netMinor: bigint;
  vatMinor: bigint;
  grossMinor: bigint;
}

export interface VatRow {
  category: "S" | "E";
  rate: string;
  basisMinor: bigint;
  vatMinor: bigint;
}

/**
 * Returns the totals according to EN 16931: lines rounded to the cent (BT-131), VAT of each rate computed on the sum of
 * its lines (BR-CO-17), totals as sums (BR-CO-10, -14, -15). Halves are rounded away from zero.
 */
export function totalsOf(spec: InvoiceSpec): InvoiceTotals {
  const lineNetMinor = spec.lines.map((line) => lineNet(line, spec.currency));
  const vat = vatRows(spec.lines, lineNetMinor);
  const netMinor = sum(lineNetMinor);
  const vatMinor = sum(vat.map((row) => row.vatMinor));
  return { lineNetMinor, vat, netMinor, vatMinor, grossMinor: netMinor + vatMinor };
}

function lineNet(line: InvoiceLine, currency: string): bigint {
  const quantity = exact(line.quantity);
  const price = exact(line.unitPrice);
  return roundedQuotient(quantity * price * 10n ** BigInt(minorDigits(currency)), SCALE * SCALE);
}

function vatRows(lines: InvoiceLine[], netMinor: bigint[]): VatRow[] {
  const basisByRate = new Map<bigint, { rate: string; basisMinor: bigint }>();
  lines.forEach((line, index) => {
    const key = exact(line.vatRate);
    const basisMinor = (basisByRate.get(key)?.basisMinor ?? 0n) + (netMinor[index] ?? 0n);
    basisByRate.set(key, { rate: line.vatRate, basisMinor });
  });
  return [...basisByRate.entries()]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, { rate, basisMinor }]) => ({
      category: key === 0n ? "E" : "S",
      rate,
      basisMinor,
      vatMinor: roundedQuotient(basisMinor * key, 100n * SCALE),
    }));
}

const SCALE = 10_000n;

function exact(decimal: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(decimal);
  if (!match) throw new Error(`"${decimal}" is not a decimal of at most four places`);
  const [, sign, whole = "0", fraction = ""] = match;
  const value = BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, "0"));
  return sign === "-" ? -value : value;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

function sum(values: bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
