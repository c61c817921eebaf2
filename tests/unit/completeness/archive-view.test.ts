import { describe, expect, it } from "vitest";
import { archiveView } from "@/lib/completeness/archive-view";
import type { MonthCount } from "@/lib/completeness/count-months";
import type { CompanyYear } from "@/lib/completeness/open-archive";
import { account } from "@/tests/unit/invoices/register/made-register";

const GAP = { month: "2026-07", after: "F-1", before: "F-4", missing: ["F-2", "F-3"] };

const month = (change: Partial<MonthCount> = {}): MonthCount => ({
  month: "2026-07",
  deposited: 4,
  taken: 4,
  takenByAnyone: 4,
  firstExpiring: null,
  removed: 0,
  ...change,
});

function company(months: MonthCount[], change: Partial<CompanyYear> = {}): CompanyYear {
  return { account: account(), today: "2026-11-23", months, gaps: [], announced: [], ...change };
}

const view = (companies: CompanyYear[], scope: "own" | "all" = "own") =>
  archiveView({ year: 2026, years: [2026, 2025], companies, expiring: null }, scope, [account()]);

const july = (one: CompanyYear) => view([one]).companies[0]?.months[6];

describe("the state of a month", () => {
  it.each([
    ["expiring", { taken: 3, firstExpiring: "2026-12-23" }],
    ["remaining", { taken: 3, firstExpiring: "2026-12-24" }],
    ["complete", {}],
    ["removed", { deposited: 0, taken: 0, removed: 2 }],
    ["none", { deposited: 0, taken: 0 }],
  ])("is %s", (state, change) => {
    expect(july(company([month(change)]))?.state).toBe(state);
  });

  it("is no other one when numbers are missing: they are a question", () => {
    expect(july(company([month()], { gaps: [GAP] }))).toMatchObject({ state: "complete", missing: 2 });
    expect(july(company([month({ taken: 3 })], { gaps: [GAP] }))?.state).toBe("remaining");
    expect(july(company([month()], { gaps: null }))).toMatchObject({ state: "complete", missing: 0 });
  });

  it('is "future" after the current month, and "none" in an empty current month', () => {
    const states = view([company([])]).companies[0]?.months.map(({ state }) => state);
    expect(states?.slice(9)).toEqual(["none", "none", "future"]);
  });
});

describe("the downloads of a year", () => {
  it("offer the invoices of a month that are not downloaded yet, or all when none is left", () => {
    const all = "/invoices/export?format=zip&from=2026-07-01&to=2026-07-31";
    expect(july(company([month()]))?.downloadHref).toBe(all);
    expect(july(company([month({ taken: 3 })]))?.downloadHref).toBe(`${all}&new=1`);
    expect(july(company([month()]))?.accountingHref).toBe(all.replace("zip", "accounting"));
    expect(july(company([]))).toMatchObject({
      downloadHref: null,
      accountingHref: null,
      listHref: "/invoices?from=2026-07-01&to=2026-07-31",
    });
  });

  it("offer the invoices of the year that are not downloaded yet in all companies", () => {
    const year = "/invoices/export?format=zip&from=2026-01-01&to=2026-12-31";
    expect(view([company([month()])])).toMatchObject({ deposited: 4, remaining: 0, downloadHref: year });
    expect(view([company([month()]), company([month({ taken: 1 })])], "all")).toMatchObject({
      deposited: 8,
      remaining: 3,
      downloadHref: `${year}&new=1&scope=all`,
    });
  });
});

describe("the companies of a year", () => {
  it("are sorted by their most urgent month; equally urgent ones keep their order", () => {
    const named = (companyName: string) => ({ account: account({ companyName }) });
    const expiring = { taken: 3, firstExpiring: "2026-12-01" };
    const { companies } = view(
      [
        company([month()], named("Alpha")),
        company([month(), month({ month: "2026-08", taken: 3 })], named("Beta")),
        company(
          [month(expiring), month({ ...expiring, month: "2026-06", firstExpiring: "2026-11-25" })],
          named("Gamma"),
        ),
        company([month()], named("Delta")),
      ],
      "all",
    );
    expect(companies.map(({ account: { companyName }, state }) => [companyName, state])).toEqual([
      ["Gamma", "expiring"],
      ["Beta", "remaining"],
      ["Alpha", "complete"],
      ["Delta", "complete"],
    ]);
    expect(companies.map(({ firstExpiring }) => firstExpiring)).toEqual(["2026-11-25", null, null, null]);
  });

  it("can be seen in the other years", () => {
    expect(view([company([])], "all").years).toEqual([
      { year: 2026, href: "/invoices/archive?scope=all&year=2026", isCurrent: true },
      { year: 2025, href: "/invoices/archive?scope=all&year=2025", isCurrent: false },
    ]);
  });
});
