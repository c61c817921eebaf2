import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { formatMoney, parseDecimal, toDecimal } from "@/lib/money";

const SPACES = [" ", "\u00a0", "\u202f", "\u2009"];
const MINUSES = ["-", "\u2212", "\u2013"];
const grouped = (whole: string, separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);

/** Every way an amount of two decimals is written. */
function writings(minor: bigint): string[] {
  const decimal = toDecimal(minor < 0n ? -minor : minor, "EUR");
  const [whole = "", fraction = ""] = decimal.split(".");
  const fractions = [fraction, ...(fraction.endsWith("0") ? [fraction.slice(0, 1)] : [])];
  const bare = fractions.flatMap((digits) => [
    `${whole},${digits}`,
    `${whole}.${digits}`,
    `${grouped(whole, ".")},${digits}`,
    `${grouped(whole, ",")}.${digits}`,
    ...SPACES.flatMap((space) => [
      `${grouped(whole, space)},${digits}`,
      `${grouped(whole, space)}.${digits}`,
    ]),
  ]);
  if (fraction === "00") bare.push(whole, grouped(whole, "."), grouped(whole, ","), grouped(whole, " "));
  const signed =
    minor < 0n
      ? bare.flatMap((text) => MINUSES.flatMap((minus) => [minus + text, `${minus} ${text}`]))
      : bare;
  return signed.flatMap((text) => [
    text,
    ` ${text} `,
    `${text} €`,
    `${text}\u202f€`,
    `${text}€`,
    `${text} EUR`,
  ]);
}

describe("an amount", () => {
  it("is read from every way to write it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), (minor) => {
        const misread = writings(minor).filter(
          (text) => parseDecimal(parseAmount(text) ?? "", "EUR") !== minor,
        );
        expect(misread).toEqual([]);
      }),
      { examples: [[0n], [5n], [100_000n], [100_020n], [-100_000n], [123_456_789n]], numRuns: 100 },
    );
  });

  it("is read as the portal shows it, in every currency and both languages", () => {
    const amounts = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
    const currencies = fc.constantFrom("EUR", "GBP", "USD", "JPY", "TND", "CLF");
    fc.assert(
      fc.property(amounts, currencies, fc.constantFrom("fr", "en"), (minor, currency, locale) => {
        const read = parseAmount(formatMoney(minor, currency, locale));
        expect(read === null ? null : parseDecimal(read, currency)).toBe(minor);
      }),
      {
        examples: [
          [1_500n, "TND", "fr"],
          [1_500n, "TND", "en"],
          [1_000n, "JPY", "en"],
        ],
      },
    );
  });

  it.each([
    ["1.000", "1000"],
    ["1,000", "1000"],
    ["12.345", "12345"],
    ["1234.567", "1234.5670"],
    ["2,0040", "2.0040"],
    ["0,500", "0.5"],
    ["1,000 TND", "1"],
    ["1.000 EUR", "1000"],
    ["1.000.000", "1000000"],
    ["007", "7"],
    [",5", "0.5"],
    ["5,", "5"],
    ["-0", "0"],
    ["+12", "12"],
    ["€-5", "-5"],
  ])("written as %j is %s", (text, decimal) => {
    expect(parseAmount(text)).toBe(decimal);
  });

  it.each([
    "",
    " ",
    "€",
    "-",
    ".",
    "--5",
    "-€-5",
    "12 34",
    "1,00,000",
    "1.000,00,0",
    "1 000 00",
    "1,2.3",
    "1e3",
    "0x10",
    "٣",
    "€5€",
    "FT-2026-110482",
    "CC-2026",
    "Infinity",
    "9".repeat(65),
  ])("is not read from %j", (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it("stays the same when the result of reading is read again", () => {
    const signs = fc.constantFrom(..."0123456789,. -\u2212€\u00a0".split(""));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 14 }), (text) => {
        const read = parseAmount(text);
        if (read !== null) expect(parseAmount(read)).toBe(read);
      }),
      { numRuns: 2_000 },
    );
  });
});
