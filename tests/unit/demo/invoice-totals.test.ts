import fc from "fast-check";
import { expect, test } from "vitest";
import type { InvoiceLine } from "@/scripts/demo/invoice-spec";
import { totalsOf } from "@/scripts/demo/invoice-totals";
import { rentLine, sampleSpec } from "./sample-spec";

const line: fc.Arbitrary<InvoiceLine> = fc.record({
  description: fc.constant("Prestation"),
  quantity: fc.integer({ min: -5000, max: 5000 }).map(String),
  unit: fc.constant("one" as const),
  unitPrice: fc
    .integer({ min: 0, max: 9_999_999 })
    .map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`),
  vatRate: fc.constantFrom("20", "10", "5.5", "2.1", "0"),
});

test("totals are the sums that EN 16931 requires, for any lines", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const totals = totalsOf(sampleSpec({ lines }));
      const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
      // BR-CO-10, BR-CO-14, BR-CO-15; and BR-S-08, summed over all categories.
      expect(totals.netMinor).toBe(sum(totals.lineNetMinor));
      expect(totals.vatMinor).toBe(sum(totals.vat.map((row) => row.vatMinor)));
      expect(totals.grossMinor).toBe(totals.netMinor + totals.vatMinor);
      expect(sum(totals.vat.map((row) => row.basisMinor))).toBe(totals.netMinor);
      for (const row of totals.vat) {
        // BR-CO-17: within half a cent of basis × rate, computed here in thousandths of a cent.
        const exact = row.basisMinor * BigInt(Math.round(Number(row.rate) * 10));
        const distance = row.vatMinor * 1000n - exact;
        expect(distance <= 500n && distance >= -500n).toBe(true);
      }
    }),
  );
});

test("half cents round away from zero", () => {
  const lines = ["1", "-1"].map((quantity) => ({ ...rentLine, quantity, unitPrice: "0.125" }));
  expect(totalsOf(sampleSpec({ lines })).lineNetMinor).toEqual([13n, -13n]);
});

test("a quantity that is not a decimal number is refused", () => {
  expect(() => totalsOf(sampleSpec({ lines: [{ ...rentLine, quantity: "1e3" }] }))).toThrow(/decimal/);
});
