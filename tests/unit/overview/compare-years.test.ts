import { describe, expect, it } from "vitest";
import { OVERVIEW_MONTHS } from "@/lib/month-settings";
import { monthsBack } from "@/lib/months";
import { compareYears } from "@/lib/overview/compare-years";
import { fillMonths } from "@/lib/overview/overview-month";
import { NO_SPEND } from "@/lib/overview/spend";

/** 24 months up to `today`, one invoice of the amount in each month named. */
function months(today: string, spend: Record<string, bigint>) {
  const sums = Object.entries(spend).map(([month, invoicesMinor]) => ({
    ...NO_SPEND,
    month,
    currency: "EUR",
    ofOneVehicle: 0,
    correctiveCount: 0,
    invoicesMinor,
    invoiceCount: 1,
  }));
  return fillMonths(monthsBack(today, OVERVIEW_MONTHS - 1).reverse(), sums);
}

describe("the months", () => {
  it("are the last 24, the current one included, with or without documents", () => {
    const shown = months("2026-11-23", { "2026-03": 5n });
    expect([shown.length, shown[0]?.month, shown.at(-1)?.month]).toEqual([24, "2024-12", "2026-11"]);
    expect(shown.filter(({ invoiceCount }) => invoiceCount > 0).map(({ month }) => month)).toEqual([
      "2026-03",
    ]);
    expect(months("2024-02-29", {})[0]?.month).toBe("2022-03");
  });
});

describe("this year compared with last year", () => {
  it("compares finished months with the same months of last year, without the current month", () => {
    const year = compareYears(
      months("2026-11-23", {
        "2025-01": 1_000n,
        "2025-10": 1_000n,
        "2025-11": 70_000n,
        "2025-12": 70_000n,
        "2026-01": 2_000n,
        "2026-10": 1_000n,
        "2026-11": 90_000n,
      }),
    );
    expect(year).toEqual({
      year: 2026,
      from: "2026-01",
      through: "2026-10",
      currentMinor: 3_000n,
      beforeMinor: 2_000n,
      percent: 50,
      firstBefore: "2025-01",
    });
  });

  it("gives no percentage when the invoices of last year began later, or there were none", () => {
    const later = compareYears(months("2026-11-23", { "2025-06": 1_000n, "2026-06": 2_000n }));
    expect([later?.percent, later?.beforeMinor, later?.firstBefore]).toEqual([null, 1_000n, "2025-06"]);
    const nothing = compareYears(months("2026-11-23", { "2026-06": 2_000n }));
    expect([nothing?.percent, nothing?.firstBefore]).toEqual([null, null]);
  });

  it("compares nothing in January, because no month of the year is finished", () => {
    const year = compareYears(months("2027-01-15", { "2026-01": 1_000n, "2027-01": 500n }));
    expect([year?.through, year?.currentMinor, year?.beforeMinor, year?.percent]).toEqual([
      "2027-01",
      500n,
      null,
      null,
    ]);
  });

  it("compares only January in February, and the year without December in December", () => {
    const spend = { "2026-01": 400n, "2026-02": 9n, "2027-01": 100n, "2027-02": 9n };
    const february = compareYears(months("2027-02-01", spend));
    expect([february?.from, february?.through, february?.percent]).toEqual(["2027-01", "2027-01", -75]);
    const december = compareYears(months("2026-12-31", { "2025-01": 1n, "2025-12": 5n, "2026-12": 5n }));
    expect([december?.through, december?.beforeMinor, december?.percent]).toEqual(["2026-11", 1n, -100]);
  });
});
