import { describe, expect, it } from "vitest";
import { comparePeriods } from "@/lib/overview/compare-periods";
import type { Overview } from "@/lib/overview/open-overview";
import { fillMonths } from "@/lib/overview/overview-month";
import { periodOn } from "@/lib/overview/overview-period";
import type { OverviewQuery } from "@/lib/overview/overview-query";
import { overviewView } from "@/lib/overview/overview-view";
import { NO_SPEND } from "@/lib/overview/spend";

const TODAY = "2026-11-23";
const QUERY: OverviewQuery = { by: null, currency: null, period: "year", scope: "own", showsAll: false };
const LINE = { ...NO_SPEND, name: null, names: 0 };

/** An overview with one invoice of the amount in each month named. */
function overview(spend: Record<string, bigint>, change: Partial<Overview> = {}): Overview {
  const sums = Object.entries(spend).map(([month, invoicesMinor]) => ({
    ...NO_SPEND,
    month,
    currency: "EUR",
    ofVehicles: 0,
    correctiveCount: 1,
    invoicesMinor,
    invoiceCount: 1,
  }));
  const period = periodOn(change.query?.period ?? "year", TODAY);
  const [months, before] = [fillMonths(period.months, sums), fillMonths(period.before, sums)];
  return {
    query: QUERY,
    period,
    currency: "EUR",
    currencies: ["EUR"],
    months,
    before,
    comparison: comparePeriods(months, before, period.current),
    documentCount: 0,
    readsLines: true,
    dimension: "vehicle",
    names: [],
    kinds: new Map(),
    ...change,
  };
}

describe("the overview's months", () => {
  const view = overviewView(overview({ "2025-01": 100n, "2025-11": 30n, "2026-09": 20n, "2026-11": 50n }));

  it("are those of the period, with the same month a year earlier; the table ends with the current one", () => {
    expect(view.pairs).toHaveLength(12);
    expect(view.pairs.at(0)).toMatchObject({ now: { month: "2026-01" }, before: { month: "2025-01" } });
    expect(view.pairs.at(10)).toMatchObject({
      now: { month: "2026-11", isCurrent: true },
      before: { month: "2025-11", isCurrent: false },
    });
    expect(view.tableMonths.map(({ month }) => month).slice(0, 2)).toEqual(["2026-11", "2026-10"]);
    expect(view.tableMonths).toHaveLength(23);
  });

  it("link to their documents, if they have any", () => {
    expect(view.pairs.at(10)?.now.href).toBe("/invoices?from=2026-11-01&to=2026-11-30");
    expect(view.pairs.at(9)?.now.href).toBeNull();
  });

  it("are added up for the period and for the table", () => {
    expect([view.total.invoicesMinor, view.tableTotal.invoicesMinor]).toEqual([70n, 200n]);
    expect(view.correctiveCount).toBe(2);
  });
});

describe("the figures", () => {
  it("lead to the list and the workbook of what they count", () => {
    const view = overviewView(overview({ "2026-10": 1n }));
    expect(view.listHref).toBe("/invoices?from=2026-01-01&to=2026-12-31");
    expect(view.creditNotesHref).toBe("/invoices?from=2026-01-01&to=2026-12-31&type=credit_note");
    expect(view.exportHref).toBe("/invoices/export?format=xlsx&from=2026-01-01&to=2026-12-31");
    expect(view.linesReadUpTo).toBeNull();
  });

  it("lead to all companies when the page is about all of them", () => {
    const view = overviewView(overview({ "2026-10": 1n }, { query: { ...QUERY, scope: "all" } }));
    for (const href of [view.listHref, view.creditNotesHref, view.exportHref, view.pairs[9]?.now.href])
      expect(href).toMatch(/[?&]scope=all/);
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
});

describe("a line of the breakdown", () => {
  const lines = (change: Partial<Overview>) => overviewView(overview({ "2026-10": 1n }, change)).names;
  const hrefs = (change: Partial<Overview>) => lines(change).map(({ href }) => href);

  it("links to the page of its vehicle, or to the documents of its contract in the period", () => {
    const names = [{ ...LINE, kind: "named" as const, name: "AB 123/CD", names: 1 }];
    expect(hrefs({ names })).toEqual(["/overview/vehicles/AB%20123%2FCD"]);
    const query: OverviewQuery = { ...QUERY, period: "twelve", currency: "EUR", scope: "all", by: "vehicle" };
    expect(hrefs({ names, query })).toEqual([
      "/overview/vehicles/AB%20123%2FCD?period=twelve&currency=EUR&scope=all",
    ]);
    expect(hrefs({ names, dimension: "contract" })).toEqual([
      "/invoices?from=2026-01-01&to=2026-12-31&contract=AB+123%2FCD",
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

  it("shows invoices minus credit notes, and as « Autre » what is neither rent nor maintenance", () => {
    const name = "AB-123-CD";
    const names = [
      { ...LINE, kind: "named" as const, name, invoicesMinor: 100n, creditNotesMinor: -30n },
      { ...LINE, kind: "unnamed" as const, invoicesMinor: 9n },
    ];
    const kinds = new Map([[name, { rentMinor: 60n, maintenanceMinor: 15n }]]);
    expect(lines({ names, kinds })).toMatchObject([
      { netMinor: 70n, rentMinor: 60n, maintenanceMinor: 15n, otherMinor: 25n },
      { netMinor: 9n, rentMinor: 0n, maintenanceMinor: 0n, otherMinor: 9n },
    ]);
  });
});

describe("the links to other periods, currencies and breakdowns", () => {
  it("keep the rest of the query, but show only the first lines again", () => {
    const query: OverviewQuery = { ...QUERY, by: "contract", currency: "EUR", showsAll: true };
    const view = overviewView(overview({ "2026-10": 1n }, { currencies: ["EUR", "CHF"], query }));
    expect(view.currencies).toEqual([
      { name: "EUR", href: "/overview?by=contract&currency=EUR", isCurrent: true },
      { name: "CHF", href: "/overview?by=contract&currency=CHF", isCurrent: false },
    ]);
    expect(view.dimensions).toEqual([
      { by: "vehicle", href: "/overview?by=vehicle&currency=EUR", isCurrent: true },
      { by: "contract", href: "/overview?by=contract&currency=EUR", isCurrent: false },
    ]);
    expect(view.periods).toEqual([
      { kind: "year", year: "2026", href: "/overview?by=contract&currency=EUR", isCurrent: true },
      {
        kind: "twelve",
        year: "2026",
        href: "/overview?period=twelve&by=contract&currency=EUR",
        isCurrent: false,
      },
      {
        kind: "last_year",
        year: "2025",
        href: "/overview?period=last_year&by=contract&currency=EUR",
        isCurrent: false,
      },
    ]);
  });
});
