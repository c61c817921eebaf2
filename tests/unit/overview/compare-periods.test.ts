import { describe, expect, it } from "vitest";
import { comparePeriods } from "@/lib/overview/compare-periods";
import { fillMonths } from "@/lib/overview/overview-month";
import { type PeriodKind, periodOn, widestSpan } from "@/lib/overview/overview-period";
import { NO_SPEND } from "@/lib/overview/spend";

/** The period on a day, with one invoice of the amount in each month named, compared with the year before. */
function compare(kind: PeriodKind, today: string, spend: Record<string, bigint>) {
  const sums = Object.entries(spend).map(([month, invoicesMinor]) => ({
    ...NO_SPEND,
    month,
    currency: "EUR",
    ofVehicles: 0,
    correctiveCount: 0,
    invoicesMinor,
    invoiceCount: 1,
  }));
  const { months, before, current } = periodOn(kind, today);
  return comparePeriods(fillMonths(months, sums), fillMonths(before, sums), current);
}

describe("the periods", () => {
  it("are this year, the last twelve months, and last year, each with the year before", () => {
    const ends = (kind: PeriodKind, today: string) => {
      const { months, before, from, to } = periodOn(kind, today);
      expect([months.length, before.length]).toEqual([12, 12]);
      return [from, to, before.at(0), before.at(-1)];
    };
    expect(ends("year", "2026-11-23")).toEqual(["2026-01-01", "2026-12-31", "2025-01", "2025-12"]);
    expect(ends("twelve", "2026-11-23")).toEqual(["2025-12-01", "2026-11-30", "2024-12", "2025-11"]);
    expect(ends("last_year", "2026-11-23")).toEqual(["2025-01-01", "2025-12-31", "2024-01", "2024-12"]);
    expect(ends("twelve", "2024-02-29")).toEqual(["2023-03-01", "2024-02-29", "2022-03", "2023-02"]);
    expect(ends("year", "2027-01-01")).toEqual(["2027-01-01", "2027-12-31", "2026-01", "2026-12"]);
  });

  it("are all within the days that are read at once", () => {
    expect(widestSpan("2026-11-23")).toEqual({ from: "2024-01-01", to: "2026-12-31" });
    expect(widestSpan("2027-01-31")).toEqual({ from: "2025-01-01", to: "2027-12-31" });
  });
});

describe("a period compared with the year before", () => {
  it("compares finished months with the same months before, without the current month", () => {
    const spend = {
      "2025-01": 1_000n,
      "2025-10": 1_000n,
      "2025-11": 70_000n,
      "2025-12": 70_000n,
      "2026-01": 2_000n,
      "2026-10": 1_000n,
      "2026-11": 90_000n,
    };
    expect(compare("year", "2026-11-23", spend)).toEqual({
      from: "2026-01",
      through: "2026-10",
      beforeMinor: 2_000n,
      percent: 50,
      firstBefore: "2025-01",
    });
    expect(compare("twelve", "2026-11-23", { ...spend, "2024-12": 1_000n })).toMatchObject({
      from: "2025-12",
      through: "2026-10",
      beforeMinor: 3_000n,
    });
    expect(compare("last_year", "2026-11-23", spend)).toMatchObject({
      from: "2025-01",
      through: "2025-12",
      percent: null,
    });
  });

  it("gives no percentage when the invoices before began later, or there were none", () => {
    const later = compare("year", "2026-11-23", { "2025-06": 1_000n, "2026-06": 2_000n });
    expect([later.percent, later.beforeMinor, later.firstBefore]).toEqual([null, 1_000n, "2025-06"]);
    const nothing = compare("year", "2026-11-23", { "2026-06": 2_000n });
    expect([nothing.percent, nothing.firstBefore]).toEqual([null, null]);
  });

  it("compares nothing in January, because no month of the year is finished", () => {
    const year = compare("year", "2027-01-15", { "2026-01": 1_000n, "2027-01": 500n });
    expect(year).toMatchObject({ from: null, through: null, beforeMinor: null, percent: null });
  });

  it("compares only January in February, and the year without December in December", () => {
    const spend = { "2026-01": 400n, "2026-02": 9n, "2027-01": 100n, "2027-02": 9n };
    const february = compare("year", "2027-02-01", spend);
    expect([february.from, february.through, february.percent]).toEqual(["2027-01", "2027-01", -75]);
    const december = compare("year", "2026-12-31", { "2025-01": 1n, "2025-12": 5n, "2026-12": 5n });
    expect([december.through, december.beforeMinor, december.percent]).toEqual(["2026-11", 1n, -100]);
  });
});
