import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, minorDigits, parseDecimal, toDecimal } from "@/lib/money";

describe("money", () => {
  it.each([
    ["1234.5", "EUR", 123450n],
    ["-233.47", "EUR", -23347n],
    ["10.00000", "EUR", 1000n],
    ["+7", "EUR", 700n],
    [".5", "EUR", 50n],
    ["5.", "EUR", 500n],
    ["-0.00", "EUR", 0n],
    ["12", "JPY", 12n],
    ["12.00", "JPY", 12n],
    ["1.234", "TND", 1234n],
    ["92233720368547758.07", "EUR", 9223372036854775807n],
  ])("reads %s %s exactly", (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toBe(minor);
  });

  it.each([
    ["1.234", "EUR"],
    ["12.5", "JPY"],
    ["92233720368547758.08", "EUR"],
    ["", "EUR"],
    [".", "EUR"],
    ["-", "EUR"],
    ["1,5", "EUR"],
    ["1e3", "EUR"],
    ["1 000", "EUR"],
    ["NaN", "EUR"],
    ["--1", "EUR"],
    [`0.${"0".repeat(100)}`, "EUR"],
  ])("refuses %j in %s", (text, currency) => {
    expect(parseDecimal(text, currency)).toBeNull();
  });

  it("writes all decimals of the currency", () => {
    expect(toDecimal(123450n, "EUR")).toBe("1234.50");
    expect(toDecimal(-5n, "EUR")).toBe("-0.05");
    expect(toDecimal(12n, "JPY")).toBe("12");
    expect(toDecimal(-1n, "KWD")).toBe("-0.001");
  });

  it("formats in French with no-break spaces and a minus sign (U+2212)", () => {
    expect(formatMoney(123450n, "EUR", "fr")).toBe("1\u00a0234,50\u00a0€");
    expect(formatMoney(-123456789012n, "EUR", "fr")).toBe("\u22121\u00a0234\u00a0567\u00a0890,12\u00a0€");
    expect(formatMoney(99n, "USD", "fr")).toBe("0,99\u00a0USD");
    expect(formatMoney(1500n, "JPY", "fr")).toBe("1\u00a0500\u00a0JPY");
  });

  it("formats in English", () => {
    expect(formatMoney(123450n, "EUR", "en")).toBe("€1,234.50");
    expect(formatMoney(-123450n, "GBP", "en")).toBe("\u2212£1,234.50");
    expect(formatMoney(100000n, "DKK", "en")).toBe("DKK\u00a01,000.00");
  });

  it("reads back what it writes, for any amount and currency", () => {
    const currency = fc.constantFrom("EUR", "JPY", "TND", "CLF", "XYZ");
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n), currency, (minor, code) => {
        expect(parseDecimal(toDecimal(minor, code), code)).toBe(minor);
        expect(formatMoney(minor, code, "fr")).not.toContain("\u202f");
      }),
    );
    expect(minorDigits("XYZ")).toBe(2);
  });
});
