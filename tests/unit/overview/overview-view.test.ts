import { describe, expect, it } from "vitest";
import { OVERVIEW_MONTHS } from "@/lib/month-settings";
import { monthsBack } from "@/lib/months";
import { compareYears } from "@/lib/overview/compare-years";
import type { Overview } from "@/lib/overview/open-overview";
import { fillMonths } from "@/lib/overview/overview-month";
import { overviewView } from "@/lib/overview/overview-view";
import { NO_SPEND } from "@/lib/overview/spend";

const TODAY = "2026-11-23";
const QUERY = { by: null, currency: null, showsAll: false };
const LINE = { ...NO_SPEND, name: null, names: 0 };

/** An overview with one invoice of the amount in each month named. */
function overview(spend: Record<string, bigint>, change: Partial<Overview> = {}): Overview {
  const sums = Object.entries(spend).map(([month, invoicesMinor]) => ({
    ...NO_SPEND,
    month,
    currency: "EUR",
    ofOneVehicle: 0,
    correctiveCount: 1,
    invoicesMinor,
    invoiceCount: 1,
  }));
  const months = fillMonths(monthsBack(TODAY, OVERVIEW_MONTHS - 1).reverse(), sums);
  return {
    query: QUERY,
    currency: "EUR",
    currencies: ["EUR"],
    months,
    comparison: compareYears(months),
    dimension: "vehicle",
    names: [],
    ...change,
  };
}

describe("the overview's months", () => {
  const view = overviewView(overview({ "2024-12": 100n, "2025-11": 30n, "2026-09": 20n, "2026-11": 50n }));

  it("are compared with the same month a year earlier, the current month last", () => {
    expect(view.pairs).toHaveLength(12);
    expect(view.pairs.at(0)).toMatchObject({ now: { month: "2025-12" }, before: { month: "2024-12" } });
    expect(view.pairs.at(-1)).toMatchObject({
      now: { month: "2026-11", isCurrent: true },
      before: { month: "2025-11", isCurrent: false },
    });
    expect(view.months.map(({ month }) => month).slice(0, 2)).toEqual(["2026-11", "2026-10"]);
  });

  it("link to their documents, if they have any", () => {
    expect(view.pairs.at(-1)?.now.href).toBe("/invoices?from=2026-11-01&to=2026-11-30");
    expect(view.pairs.at(-2)?.now.href).toBeNull();
  });

  it("are added up for the twelve of the chart and for all of them", () => {
    expect([view.total.invoicesMinor, view.monthsTotal.invoicesMinor]).toEqual([70n, 200n]);
    expect(view.correctiveCount).toBe(4);
    expect(view.exportHref).toBe("/invoices/export?format=xlsx&from=2024-12-01&to=2026-11-30");
  });
});

describe("the findings", () => {
  const findings = (spend: Record<string, bigint>) => overviewView(overview(spend)).findings;

  it("name the highest and the lowest finished month, the earlier of two equal ones", () => {
    const { highest, lowest } = findings({
      "2026-05": 900n,
      "2026-06": 900n,
      "2026-07": 5n,
      "2026-08": 5n,
      "2026-11": 99_999n,
    });
    expect([highest?.month, lowest?.month]).toEqual(["2026-05", "2026-07"]);
  });

  it("name as gaps the finished months without a document that follow a month with one", () => {
    expect(findings({ "2026-07": 1n, "2026-09": 1n })).toMatchObject({
      gaps: ["2026-08", "2026-10"],
      unfinished: "2026-11",
    });
  });

  it("name no gap when only the current month has documents", () => {
    expect(findings({ "2026-11": 1n })).toMatchObject({ gaps: [], highest: null, lowest: null });
  });

  it("name every finished month as a gap when all documents are older", () => {
    expect(findings({ "2024-12": 1n }).gaps).toHaveLength(11);
  });
});

describe("a line of the breakdown", () => {
  const hrefs = (change: Partial<Overview>) =>
    overviewView(overview({ "2026-10": 1n }, change)).names.map(({ href }) => href);

  it("links to the documents of its vehicle or contract in the twelve months", () => {
    const names = [{ ...LINE, kind: "named" as const, name: "AB-123-CD", names: 1 }];
    expect(hrefs({ names })).toEqual(["/invoices?from=2025-12-01&to=2026-11-30&vehicle=AB-123-CD"]);
    expect(hrefs({ names, dimension: "contract" })).toEqual([
      "/invoices?from=2025-12-01&to=2026-11-30&contract=AB-123-CD",
    ]);
  });

  it("links to all lines when it is the sum of lines that are not shown", () => {
    const names = [
      { ...LINE, kind: "others" as const, names: 7 },
      { ...LINE, kind: "unnamed" as const },
    ];
    const query = { ...QUERY, currency: "EUR" };
    expect(hrefs({ names, query })).toEqual(["/overview?currency=EUR&all=1", null]);
    expect(hrefs({ names, query: { ...query, showsAll: true } })).toEqual([null, null]);
  });

  it("shows invoices minus credit notes", () => {
    const names = [{ ...LINE, kind: "unnamed" as const, invoicesMinor: 100n, creditNotesMinor: -30n }];
    expect(overviewView(overview({ "2026-10": 1n }, { names })).names[0]?.netMinor).toBe(70n);
  });
});

describe("the links to other currencies and breakdowns", () => {
  it("keep the rest of the query, but show only the first lines again", () => {
    const view = overviewView(
      overview(
        { "2026-10": 1n },
        { currencies: ["EUR", "CHF"], query: { by: "contract", currency: "EUR", showsAll: true } },
      ),
    );
    expect(view.currencies).toEqual([
      { name: "EUR", href: "/overview?by=contract&currency=EUR", isCurrent: true },
      { name: "CHF", href: "/overview?by=contract&currency=CHF", isCurrent: false },
    ]);
    expect(view.dimensions).toEqual([
      { by: "vehicle", href: "/overview?by=vehicle&currency=EUR", isCurrent: true },
      { by: "contract", href: "/overview?by=contract&currency=EUR", isCurrent: false },
    ]);
  });
});
