import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryBuilder } from "@/lib/accounting/build-entry";
import { readStoredLines, storedLines } from "@/lib/accounting/entry";
import type { BookedInvoice } from "@/lib/accounting/split-invoice";
import { booked, SETTINGS, WORDS } from "./booked";

const amount = fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n });
const rateOf = fc.constantFrom(
  { category: "S", rate: "20" },
  { category: null, rate: "5.5" },
  { category: "E", rate: "0" },
  { category: "AE", rate: null },
);
const anyLine = fc.record({
  name: fc.option(fc.constantFrom("Loyer", "Entretien", "Assurance", "Frais", "Loyer et assurance")),
  netAmount: fc.option(
    fc
      .tuple(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), fc.nat(9_999))
      .map(([whole, part]) => `${whole}.${part}`),
  ),
  rate: rateOf,
  vehicle: fc.option(fc.constantFrom("GF-410-BQ", "GH-087-XC")),
  contract: fc.option(fc.constantFrom("CC-1", "CC-2")),
});
const anyInvoice: fc.Arbitrary<Partial<BookedInvoice>> = fc
  .record({
    currency: fc.constantFrom("EUR", "JPY", "KWD"),
    sign: fc.constantFrom(1, -1),
    totalWithVatMinor: amount,
    totalWithoutVatMinor: fc.option(amount),
    vehicles: fc.subarray(["GF-410-BQ", "GH-087-XC"]),
    vat: fc.array(fc.record({ rate: rateOf, baseMinor: amount, taxMinor: amount }), { maxLength: 5 }),
    lines: fc.array(anyLine, { maxLength: 12 }),
  })
  .map(({ vat, lines, ...rest }) => ({
    ...rest,
    vat: vat.map(({ rate, ...amounts }) => ({ ...rate, ...amounts })),
    lines: lines.map(({ rate, ...one }) => ({ ...one, vatCategory: rate.category, vatRate: rate.rate })),
  }));
const anySettings = fc.record({
  recovery: fc.constantFrom("yes" as const, "no" as const, null),
  vatAccounts: fc.constantFrom({}, SETTINGS.vatAccounts),
  rules: fc.subarray([
    { subject: "GF-410-BQ", recovery: "no" as const, analyticCode: "A" },
    { subject: "CC-2", recovery: "yes" as const, analyticCode: "" },
  ]),
});

describe("any document", () => {
  it("is balanced to the last digit, has no line of zero, and owes the supplier its total", () => {
    fc.assert(
      fc.property(anyInvoice, anySettings, (change, settings) => {
        const invoice = booked(change);
        const { lines } = entryBuilder({ ...SETTINGS, ...settings }, WORDS)(invoice);
        expect(lines.reduce((sum, one) => sum + one.amount, 0n)).toBe(0n);
        expect(lines.filter((one) => one.amount === 0n)).toEqual([]);
        const owed = lines
          .filter(({ role }) => role === "supplier")
          .reduce((sum, one) => sum - one.amount, 0n);
        expect(owed).toBe(invoice.totalWithVatMinor * BigInt(invoice.sign));
      }),
      { numRuns: 1_000 },
    );
  });

  it("has the VAT of each rate as the invoice states it", () => {
    fc.assert(
      fc.property(anyInvoice, (change) => {
        const invoice = booked(change);
        const { lines } = entryBuilder({ ...SETTINGS, recovery: "yes" }, WORDS)(invoice);
        const stated = invoice.vat
          .filter(({ rate, category }) => rate === "20" && category === "S")
          .reduce((sum, { taxMinor }) => sum + taxMinor * BigInt(invoice.sign), 0n);
        const bookedTax = lines
          .filter(({ role, account }) => role === "vat" && account === "445660")
          .reduce((sum, one) => sum + one.amount, 0n);
        expect(bookedTax).toBe(stated);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps its lines when they are stored", () => {
    fc.assert(
      fc.property(anyInvoice, (change) => {
        const { lines } = entryBuilder(SETTINGS, WORDS)(booked(change));
        expect(readStoredLines(JSON.parse(JSON.stringify(storedLines(lines))) as unknown[])).toEqual(lines);
      }),
    );
  });
});
