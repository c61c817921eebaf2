import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoneyShort, percentChange } from "@/lib/money";

describe("an amount in short", () => {
  it.each([
    [0n, "EUR", "0 €", "€0"],
    [25_00n, "EUR", "25 €", "€25"],
    [99_950n, "EUR", "999,50 €", "€999.50"],
    [1_000_00n, "EUR", "1 k€", "€1k"],
    [92_349_99n, "EUR", "92,3 k€", "€92.3k"],
    [92_350_00n, "EUR", "92,4 k€", "€92.4k"],
    [-2_500_000_00n, "EUR", "−2,5 M€", "−€2.5m"],
    [9_223_372_036_854_775_807n, "EUR", "92 233 720,4 Md€", "€92,233,720.4bn"],
    [12_500n, "JPY", "12,5 k JPY", "JPY 12.5k"],
    [1_500_000n, "TND", "1,5 k TND", "TND 1.5k"],
    [500n, "CHF", "5 CHF", "CHF 5"],
  ])("writes %s %s as %s", (minor, currency, fr, en) => {
    expect(formatMoneyShort(minor, currency, "fr").replaceAll("\u00a0", " ")).toBe(fr);
    expect(formatMoneyShort(minor, currency, "en").replaceAll("\u00a0", " ")).toBe(en);
  });
});

describe("a change in percent", () => {
  it("is rounded half away from zero", () => {
    expect(percentChange(200n, 201n)).toBe(1);
    expect(percentChange(200n, 199n)).toBe(-1);
    expect(percentChange(1_000n, 1_004n)).toBe(0);
    expect(percentChange(100n, -100n)).toBe(-200);
  });

  it("is absent when the earlier amount is zero or negative", () => {
    expect([percentChange(0n, 5n), percentChange(-5n, 5n)]).toEqual([null, null]);
  });

  it("differs by half a percent at most from the exact value, for any amounts", () => {
    const positive = fc.bigInt({ min: 1n, max: 2n ** 40n });
    fc.assert(
      fc.property(positive, positive, (before, after) => {
        const percent = BigInt(percentChange(before, after) ?? NaN);
        const error = 2n * ((after - before) * 100n - percent * before);
        expect(error <= before && error >= -before).toBe(true);
      }),
    );
  });
});
