import { describe, expect, it } from "vitest";
import { announcedMonths } from "@/lib/completeness/compare-announced";

const total = (documents: number, totalMinor: bigint, currency = "EUR", month = "2026-10") => ({
  month,
  currency,
  documents,
  totalMinor,
});

describe("an announced month", () => {
  it("is complete only when count and total agree in each currency, and no other currency arrived", () => {
    const isComplete = (announced: ReturnType<typeof total>[], arrived: ReturnType<typeof total>[]) =>
      announcedMonths(announced, arrived)[0]?.isComplete;
    expect(isComplete([total(3, 300n)], [total(3, 300n)])).toBe(true);
    expect(isComplete([total(0, 0n)], [])).toBe(true);
    expect(isComplete([total(3, 300n)], [total(3, 299n)])).toBe(false);
    expect(isComplete([total(3, 300n)], [total(2, 300n)])).toBe(false);
    expect(isComplete([total(3, 300n)], [total(3, 300n), total(1, 5n, "USD")])).toBe(false);
    expect(isComplete([total(3, 300n), total(1, 5n, "USD")], [total(3, 300n)])).toBe(false);
    expect(isComplete([total(3, 300n)], [total(3, 300n, "EUR", "2026-11")])).toBe(false);
  });

  it("counts what is missing, without setting another currency against it", () => {
    const [month] = announcedMonths(
      [total(3, 300n), total(2, 9n, "USD")],
      [total(1, 100n), total(5, 9n, "USD")],
    );
    expect(month).toEqual({ month: "2026-10", documents: 5, missing: 2, isComplete: false });
  });

  it("is absent without an announcement", () => {
    expect(announcedMonths([], [total(3, 300n)])).toEqual([]);
  });
});
