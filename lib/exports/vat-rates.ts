import { isLessDecimal, type Minor, plainDecimal } from "@/lib/money";

/** The VAT of a document for one category (UNCL 5305) and rate, as stored: with the original's sign. */
export interface StoredVat {
  category: string | null;
  rate: string | null;
  baseMinor: Minor;
  taxMinor: Minor;
}

/** The categories without VAT. They are not shown as a rate of 0 %, even if the file contains a rate for them. */
const UNTAXED = ["E", "AE", "K", "G", "O"] as const;
type Untaxed = (typeof UNTAXED)[number];

/** A rate of VAT, or the reason why there is none. */
export type VatRate = { kind: "rate"; rate: string } | { kind: "untaxed"; category: Untaxed };

/**
 * Returns the rate, or the category when it is untaxed. Other categories are ignored, because the metadata of a plain
 * PDF may contain only the rate: the same rate is then the same value with and without a category.
 */
export function vatRateOf({ category, rate }: Pick<StoredVat, "category" | "rate">): VatRate {
  const untaxed = UNTAXED.find((one) => one === category);
  return untaxed ? { kind: "untaxed", category: untaxed } : { kind: "rate", rate: plainDecimal(rate ?? "0") };
}

/** Returns a key for grouping: equal for equal rates, different for different ones. */
export const vatKey = (rate: VatRate): string => (rate.kind === "rate" ? rate.rate : rate.category);

/** Returns each rate once, the highest first, then the untaxed categories. */
export function distinctRates(stored: readonly Pick<StoredVat, "category" | "rate">[]): VatRate[] {
  const rates = new Map(stored.map(vatRateOf).map((rate) => [vatKey(rate), rate]));
  return [...rates.values()].sort(compareRates);
}

function compareRates(one: VatRate, other: VatRate): number {
  if (one.kind === "rate" && other.kind === "rate") return isLessDecimal(one.rate, other.rate) ? 1 : -1;
  if (one.kind === "untaxed" && other.kind === "untaxed")
    return UNTAXED.indexOf(one.category) - UNTAXED.indexOf(other.category);
  return one.kind === "rate" ? -1 : 1;
}
