import { describe, expect, it } from "vitest";
import { creditNotesAmong, registerTable } from "@/lib/invoices/register/register-table";
import { account, ENTRY, ID, register } from "./made-register";

type Entry = typeof ENTRY;
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
    expect([row(), row({ seenAt: at }), row({ downloadedAt: at })].map((one) => one?.readingState)).toEqual([
      { kind: "new" },
      { kind: "seen" },
      { kind: "downloaded", on: "2026-11-04" },
    ]);
  });

  it("is new since the last visit only if deposited after it and never read", () => {
    const isNew = (...made: Parameters<typeof row>) => row(...made)?.isSinceLastVisit;
    expect(isNew()).toBe(true);
    expect(isNew({ seenAt: new Date() })).toBe(false);
    expect(isNew({ downloadedAt: new Date() })).toBe(false);
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
      company: "Perce-Neige · 204118",
      downloadHref: `/invoices/${ID}/original?download&scope=all`,
    });
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

  it("says whether the list contains credit notes", () => {
    expect([0, 1, 2].map((creditNotes) => creditNotesAmong({ count: 2, creditNotes }))).toEqual([
      "none",
      "some",
      "all",
    ]);
  });
});
