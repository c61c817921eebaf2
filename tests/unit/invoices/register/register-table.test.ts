import { describe, expect, it } from "vitest";
import { creditNotesAmong, registerTable } from "@/lib/invoices/register/register-table";
import { account, ENTRY, ID, register } from "./made-register";

type Entry = typeof ENTRY;
const MONTH = { count: { value: 2, isCapped: false }, creditNotes: 0, remaining: 0, totals: [] };
const LAST_VISIT = new Date("2026-11-01T00:00:00Z");

function row(
  change: Partial<Entry> = {},
  url = "",
  lastVisitAt: Date | null = LAST_VISIT,
  isOfOtherCompany = false,
) {
  const owner = isOfOtherCompany ? account({ isCurrent: false }) : null;
  const opened = register(url, { list: { rows: [{ ...ENTRY, ...change, account: owner }] } });
  return registerTable(opened, lastVisitAt).rows[0];
}

describe("a line of the list", () => {
  it("shows the reading state: unread, opened, downloaded with the day in the supplier's time zone", () => {
    const at = new Date("2026-11-03T23:30:00Z");
    expect([row(), row({ seenAt: at }), row({ takenAt: at })].map((one) => one?.readingState)).toEqual([
      { kind: "new" },
      { kind: "seen" },
      { kind: "taken", on: "2026-11-04" },
    ]);
  });

  it("is new since the last visit only if deposited after it and never read", () => {
    const isNew = (...made: Parameters<typeof row>) => row(...made)?.isSinceLastVisit;
    expect(isNew()).toBe(true);
    expect(isNew({ seenAt: new Date() })).toBe(false);
    expect(isNew({ takenAt: new Date() })).toBe(false);
    expect(isNew({ depositedAt: LAST_VISIT })).toBe(false);
    expect(isNew({}, "", null)).toBe(false);
  });

  it("links to its page, with the query of the list in the URL, and to its original", () => {
    expect(row({}, "q=FT&sort=due")).toMatchObject({
      company: null,
      href: `/invoices/${ID}?q=FT&sort=due`,
      downloadHref: `/invoices/${ID}/original?download`,
    });
  });

  it("names its company in a list of several, and its link to the original has scope=all", () => {
    expect(row({}, "scope=all", null, true)).toMatchObject({
      company: "Perce-Neige",
      downloadHref: `/invoices/${ID}/original?download&scope=all`,
    });
  });
});

describe("what a search found in a line", () => {
  const hits = (url: string, change: Partial<Entry> = {}) =>
    row(
      { number: "FT-2026-110482", contracts: ["CC-1", "CC-2026-07"], vehicles: ["GF-410-BQ"], ...change },
      url,
    )?.hits;

  it("is marked in numbers, contracts and plates as the search compares them", () => {
    expect(hits("")).toEqual({});
    expect(hits("q=2026 1104")).toEqual({ number: { start: 3, end: 12 } });
    expect(hits("q=gf410")).toEqual({ vehicle: { at: 0, hit: { start: 0, end: 6 } } });
    expect(hits("contract=cc2026")).toEqual({ contract: { at: 1, hit: { start: 0, end: 7 } } });
  });

  it("is an amount in any writing, also of a credit note", () => {
    expect(hits("q=1 200,00")).toEqual({ withVat: true });
    expect(hits("q=1000")).toEqual({ withoutVat: true });
    expect(hits("q=-1200", { signedWithVatMinor: -120_000n })).toEqual({ withVat: true });
  });
});

describe("the table of the list", () => {
  it("sorts in descending order first, and reverses the current column", () => {
    const { sort } = registerTable(register("sort=amount&q=FT&after=x"), null);
    expect(sort.hrefs).toEqual({
      date: "/invoices?q=FT",
      due: "/invoices?q=FT&sort=due",
      number: "/invoices?q=FT&sort=number",
      amount: "/invoices?q=FT&sort=amount-asc",
    });
  });

  it("offers the invoices of a month not downloaded yet, within the period of the list", () => {
    const month = (remaining: number | null) => ({
      count: { value: 3, isCapped: false },
      creditNotes: 0,
      remaining,
      totals: [],
    });
    const months = { "2026-10": month(2), "2026-09": month(0), "2026-08": month(null) };
    const table = registerTable(register("from=2026-10-15&scope=all", { list: { months } }), null);
    expect(Object.values(table.months).map(({ remaining }) => remaining)).toEqual([
      {
        count: 2,
        href: "/invoices/export?format=zip&from=2026-10-15&to=2026-10-31&new=1&scope=all",
      },
      null,
      null,
    ]);
  });

  it("groups rows by month only if there are several months, and several rows in one of them", () => {
    const isByMonth = (url: string, days: string[], months: string[]) =>
      registerTable(
        register(url, {
          list: {
            rows: days.map((issuedOn) => ({ ...ENTRY, issuedOn, account: null })),
            months: Object.fromEntries(months.map((one) => [one, MONTH])),
          },
        }),
        null,
      ).isByMonth;
    const two = ["2026-11", "2026-10"];
    expect(isByMonth("", ["2026-11-02", "2026-11-01", "2026-10-01"], two)).toBe(true);
    expect(isByMonth("", ["2026-11-02", "2026-10-01"], two)).toBe(false);
    expect(isByMonth("", ["2026-11-02", "2026-11-01"], ["2026-11"])).toBe(false);
    expect(isByMonth("sort=amount", ["2026-11-02", "2026-11-01", "2026-10-01"], two)).toBe(false);
  });

  it("leaves out the columns that no invoice fills, except the one that sorts", () => {
    const columns = (url: string, filled: Partial<Record<"contract" | "dueOn", boolean>> = {}) =>
      registerTable(
        register(url, {
          list: { filled: { contract: false, vehicle: false, dueOn: false, withoutVat: false, ...filled } },
        }),
        null,
      ).columns;
    expect(columns("")).toEqual(["reading", "issuedOn", "number", "withVat"]);
    expect(columns("sort=due", { contract: true })).toEqual([
      ...["reading", "issuedOn", "number"],
      ...["contract", "dueOn", "withVat"],
    ]);
  });

  it("adds up each company of several, with its list and what is left of it", () => {
    const id = "019a8f00-0000-7000-8000-00000000000";
    const own = [1, 2, 3].map((index) =>
      account({
        viewer: { ...account().viewer, accountId: `${id}${index}` },
        companyName: `Société ${index}`,
      }),
    );
    const { list } = register("");
    const companies = own.map((one, index) => ({
      account: one,
      summary: { ...list, count: index * 2, remaining: index === 1 ? 1 : 4 },
    }));
    const table = registerTable(
      register("type=invoice&scope=all", { ownAccounts: own, list: { companies } }),
      null,
    );
    expect(table.companies).toMatchObject([
      {
        name: "Société 2",
        url: `/invoices?type=invoice&company=${id}2&scope=all`,
        take: {
          count: 1,
          isRemaining: true,
          url: `/invoices/export?format=zip&type=invoice&company=${id}2&new=1&scope=all`,
        },
      },
      { name: "Société 3", take: { count: 4, isRemaining: false } },
    ]);
  });

  it("says whether the list contains credit notes", () => {
    expect([0, 1, 2].map((creditNotes) => creditNotesAmong({ count: 2, creditNotes }))).toEqual([
      "none",
      "some",
      "all",
    ]);
  });
});
