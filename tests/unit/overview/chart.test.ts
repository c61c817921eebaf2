import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barLength, barSegments } from "@/components/overview/bar-segments";
import { barOf, chartScale, heightOf } from "@/components/overview/chart-scale";

const FRAME = 200;
const amount = fc.oneof(
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.bigInt({ min: -1_000n, max: 1_000n }),
  fc.constant(0n),
);
const amounts = fc.array(amount, { maxLength: 48 });

describe("the scale of a chart", () => {
  it("has round steps and a round maximum, and starts at or below the lowest value", () => {
    expect(chartScale([9_230_000n])).toEqual({
      lowest: 0n,
      highest: 10_000_000n,
      ticks: [0n, 2_500_000n, 5_000_000n, 7_500_000n, 10_000_000n],
    });
    expect(chartScale([1_484_900n, -23_640n])).toEqual({
      lowest: -23_640n,
      highest: 1_500_000n,
      ticks: [0n, 500_000n, 1_000_000n, 1_500_000n],
    });
    expect(chartScale([-700n, -50n])).toEqual({
      lowest: -700n,
      highest: 0n,
      ticks: [-600n, -400n, -200n, 0n],
    });
  });

  it("contains only zero for an empty year, or a year of zeros", () => {
    for (const values of [[], [0n], [0n, 0n]])
      expect(chartScale(values)).toEqual({ lowest: 0n, highest: 0n, ticks: [0n] });
  });

  it("includes every value and zero in a few ascending steps, for values of any size", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { lowest, highest, ticks } = chartScale(values);
        for (const value of values) expect(value >= lowest && value <= highest).toBe(true);
        expect(ticks).toContain(0n);
        expect(ticks.length).toBeLessThanOrEqual(6);
        ticks.forEach((tick, index) => {
          expect(tick >= lowest && tick <= highest).toBe(true);
          const next = ticks[index + 1];
          if (next !== undefined) expect(next > tick).toBe(true);
        });
      }),
    );
  });
});

describe("a bar", () => {
  it("is inside the frame on its side of zero, and visible unless it is zero", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const scale = chartScale(values);
        const zero = heightOf(0n, scale, FRAME);
        for (const value of values) {
          const { y, height } = barOf(value, scale, FRAME);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual(FRAME + 1e-9);
          expect(height > 0).toBe(value !== 0n);
          if (height <= 1) continue;
          if (value > 0n) expect(y + height).toBeCloseTo(zero, 6);
          else expect(y).toBeCloseTo(zero, 6);
        }
      }),
    );
  });

  it("is longer for a larger value", () => {
    const scale = chartScale([1_000n, 400n, -200n]);
    const lengths = [1_000n, 400n, -200n].map((value) => barOf(value, scale, FRAME).height);
    expect(lengths[0]).toBeGreaterThan((lengths[1] ?? 0) * 2);
    expect(lengths[1]).toBeCloseTo((lengths[2] ?? 0) * 2, 1);
  });
});

describe("a line of the breakdown", () => {
  const shares = fc.record({
    rentMinor: amount,
    maintenanceMinor: amount,
    otherMinor: amount,
    creditNotesMinor: amount,
  });

  it("draws its parts one after the other, within the longest bar", () => {
    fc.assert(
      fc.property(fc.array(shares, { maxLength: 12 }), (lines) => {
        const longest = lines.map(barLength).reduce((a, b) => (b > a ? b : a), 0n);
        for (const line of lines) {
          let end = 0;
          for (const { part, start, length } of barSegments(line, longest)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start + length).toBeLessThanOrEqual(100.01);
            if (part !== "creditNotesMinor") expect(start).toBeCloseTo(end, 1);
            if (part !== "creditNotesMinor") end = start + length;
          }
        }
      }),
    );
  });

  it("takes credit notes from the end of the bar, on the same scale", () => {
    const line = { rentMinor: 60n, maintenanceMinor: 20n, otherMinor: 0n, creditNotesMinor: -10n };
    expect(barSegments(line, 160n)).toEqual([
      { part: "rentMinor", start: 0, length: 37.5 },
      { part: "maintenanceMinor", start: 37.5, length: 12.5 },
      { part: "creditNotesMinor", start: 43.75, length: 6.25 },
    ]);
  });
});
