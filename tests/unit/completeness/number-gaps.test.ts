import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NumberedInvoice, numberGaps } from "@/lib/completeness/number-gaps";

const invoice = (number: string, sellerKey = "siren:1", issuedOn = "2026-07-14"): NumberedInvoice => ({
  number,
  sellerKey,
  issuedOn,
});
const written = (place: number, prefix = "F-2026-") => prefix + String(place).padStart(6, "0");
const range = (from: number, to: number, without: readonly number[] = []) =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((at) => !without.includes(at));

describe("a gap in a sequence of numbers", () => {
  it("is the missing numbers of a series that is otherwise complete", () => {
    const present = range(1, 30, [12, 20, 21]).map((at) => invoice(written(at)));
    expect(numberGaps(present)).toEqual([
      { after: "F-2026-000011", before: "F-2026-000013", missing: ["F-2026-000012"], month: "2026-07" },
      {
        after: "F-2026-000019",
        before: "F-2026-000022",
        missing: ["F-2026-000020", "F-2026-000021"],
        month: "2026-07",
      },
    ]);
  });

  it("is not reported when a supplier shares one series among customers, nor for very few numbers", () => {
    expect(
      numberGaps(
        range(1, 200)
          .filter((at) => at % 3 === 0)
          .map((at) => invoice(written(at))),
      ),
    ).toEqual([]);
    expect(numberGaps(range(1, 9, [4]).map((at) => invoice(written(at))))).toEqual([]);
    expect(numberGaps(["A", "B-", "2026/x"].map((number) => invoice(number)))).toEqual([]);
  });

  it("is looked for separately per seller, prefix and number of digits", () => {
    const present = [
      ...range(1, 12).map((at) => invoice(written(at))),
      ...range(14, 30).map((at) => invoice(written(at), "siren:2")),
      ...range(14, 30).map((at) => invoice(written(at, "AV-2026-"))),
      ...range(100, 120).map((at) => invoice(`F-2026-${at}`)),
    ];
    expect(numberGaps(present)).toEqual([]);
  });

  it("contains only missing numbers between existing ones, for any numbers", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }), (places) => {
        const gaps = numberGaps(places.map((at) => invoice(written(at))));
        const missing = gaps.flatMap((gap) => gap.missing);
        const [first, last] = [Math.min(...places), Math.max(...places)];
        const isDense = places.length >= 10 && places.length / (last - first + 1) >= 0.9;
        const expected = isDense ? range(first, last).filter((at) => !places.includes(at)) : [];
        expect(missing).toEqual(expected.map((at) => written(at)));
      }),
      { numRuns: 300, examples: [[range(1, 60, [30])]] },
    );
  });
});
