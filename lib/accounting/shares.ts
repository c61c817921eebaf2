import { type Minor, minorDigits } from "@/lib/money";

/** Rounds the fraction `numerator / denominator` half away from zero; the denominator is not zero. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const doubled = 2n * n;
  return (doubled < 0n ? doubled - d : doubled + d) / (2n * d);
}

/**
 * Shares an amount in proportion to weights, of either sign, so that the shares add up to it exactly. Null when the
 * weights add up to zero.
 */
export function shareOut(amount: Minor, weights: readonly bigint[]): Minor[] | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return null;
  let [weight, given] = [0n, 0n];
  return weights.map((one) => {
    weight += one;
    const upToHere = rounded(amount * weight, total);
    const share = upToHere - given;
    given = upToHere;
    return share;
  });
}

/** Decimals that lines may have beyond those of the currency. */
const FINE_DIGITS = 10;

/** A decimal string in units of 10^-10 of the smallest unit of the currency; further decimals are dropped. */
export function inFineUnits(decimal: string, currency: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const digits = minorDigits(currency) + FINE_DIGITS;
  const magnitude = BigInt((whole || "0") + fraction.slice(0, digits).padEnd(digits, "0"));
  return sign === "-" ? -magnitude : magnitude;
}

/** Fine units in minor units, rounded half away from zero. */
export const fineInMinor = (fine: bigint): Minor => rounded(fine, 10n ** BigInt(FINE_DIGITS));
