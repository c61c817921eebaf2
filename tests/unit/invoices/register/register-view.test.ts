import { describe, expect, it } from "vitest";
import { registerView } from "@/lib/invoices/register/register-view";
import { account, ENTRY, register } from "./made-register";

const ACCOUNT = {
  customerNumber: "204118",
  companyName: "Perce-Neige",
  companySiren: null,
  preference: "digest",
  channel: "electronic",
} as const;

type Session = Parameters<typeof registerView>[0];

function view(
  url: string,
  change: Parameters<typeof register>[1] = {},
  { accountChange, ...session }: Partial<Session> & { accountChange?: Partial<Session["account"]> } = {},
) {
  return registerView(
    { account: { ...ACCOUNT, ...accountChange }, previousVisitAt: null, ...session },
    register(url, change),
    { params: new URLSearchParams(url), locale: "fr" },
  );
}

const ROWS = { list: { rows: [{ ...ENTRY, account: null }], count: 5, remaining: 2, size: 900 } };
const SAVED = [{ id: "1", name: "Octobre", query: "from=2026-10-01&to=2026-10-31" }];

describe("the page of the list", () => {
  it("has no search and no downloads for an account without invoices", () => {
    expect(view("")).toMatchObject({ empty: { kind: "none_yet" }, filterForm: null, result: null });
    expect(view("", { savedFilters: SAVED })).toMatchObject({ filterForm: null, result: null });
  });

  it("has no result part for an empty list without filters, unless filters are saved", () => {
    const hidden = { list: { olderHidden: 3 } };
    expect(view("", hidden).result).toBeNull();
    expect(view("", { ...hidden, savedFilters: SAVED }).result).not.toBeNull();
    expect(view("q=x").result).not.toBeNull();
    expect(view("", ROWS).result).not.toBeNull();
  });

  it("can save the filters of the list, without the page number", () => {
    expect(view("", ROWS).savableQuery).toBe("");
    expect(view(`q=x&after=2020-01-01_${ENTRY.id}`, ROWS).savableQuery).toBe("?q=x");
    expect(view("", { savedFilters: SAVED }).savedFilters[0]?.href).toBe(
      "/invoices?from=2026-10-01&to=2026-10-31",
    );
  });

  it("offers the choice of companies to a person with several", () => {
    expect(view("", ROWS).scope).toBeNull();
    const ownAccounts = [account(), account({ isCurrent: false })];
    expect(view("q=x&scope=all", { ...ROWS, ownAccounts }).scope).toEqual({
      current: "all",
      ownHref: "/invoices?q=x",
      allHref: "/invoices?q=x&scope=all",
      count: 2,
    });
  });

  it("says why no mail is sent", () => {
    const why = (accountChange: Partial<Session["account"]>) =>
      view("", {}, { accountChange }).noMail?.why ?? null;
    expect(why({})).toBeNull();
    expect(why({ preference: "none" })).toBe("none");
    expect(why({ preference: "none", channel: "paper" })).toBe("paper");
  });

  it("names the former portal only on the last page, which has the oldest invoices", () => {
    const { supplier } = register("");
    const former = { ...supplier, startsOn: "2022-12-02", formerPortalName: "E-Fact" };
    const next = { key: "2026-11-02", id: ENTRY.id };
    expect(view("", { supplier }).formerPortal).toBeNull();
    expect(view("", { supplier: former }).formerPortal).toMatchObject({ startsOn: "2022-12-02" });
    expect(view("", { supplier: former, list: { ...ROWS.list, next } })).toMatchObject({
      formerPortal: null,
      pager: {
        previousHref: null,
        nextHref: `/invoices?after=2026-11-02_${ENTRY.id}`,
        isNewestFirst: true,
      },
    });
  });
});

describe("the result of the list", () => {
  it("offers to download the shown invoices, or those of them not downloaded yet", () => {
    const all = "from=2026-10-01&scope=all";
    expect(view("from=2026-10-01&scope=all", ROWS).result?.downloads).toEqual({
      zipHref: `/invoices/export?format=zip&${all}`,
      csvHref: `/invoices/export?format=csv&${all}`,
      xlsxHref: `/invoices/export?format=xlsx&${all}`,
      accountingHref: null,
      remaining: { count: 2, href: "/invoices/export?format=zip&from=2026-10-01&new=1&scope=all" },
      size: 900,
    });
    expect(view("from=2026-10-01", ROWS).result?.downloads?.accountingHref).toBe(
      "/invoices/export?format=accounting&from=2026-10-01",
    );
  });

  it("offers the invoices not downloaded yet only if they are a part of the list", () => {
    const rest = (list: Partial<(typeof ROWS)["list"]> & { hasMore?: boolean }) =>
      view("", { list: { ...ROWS.list, ...list } }).result?.downloads;
    expect(rest({ remaining: 0 })?.remaining).toBeNull();
    expect(rest({ remaining: 5 })?.remaining).toBeNull();
    expect(rest({ remaining: 5, hasMore: true })).toMatchObject({ remaining: { count: null }, size: null });
    expect(rest({ count: 0 })).toBeNull();
  });

  it("shows how many invoices are new since the last visit, except on a first visit", () => {
    const withNewRows = { list: { ...ROWS.list, sinceLastVisit: 2 } };
    const previousVisitAt = new Date("2026-11-01T10:00:00Z");
    expect(view("", withNewRows, { previousVisitAt }).result?.newSinceVisit).toMatchObject({ count: 2 });
    expect(view("", withNewRows).result?.newSinceVisit).toBeNull();
    expect(view("", ROWS, { previousVisitAt }).result?.newSinceVisit).toBeNull();
  });

  it("has one chip for each filter, and one for both ends of a period", () => {
    const url =
      "q=FT&from=2026-10-01&to=2026-10-31&type=invoice&min=5&max=9&contract=C-1&vehicle=AB&new=1&sort=due";
    const chips = view(url).result?.chips ?? [];
    expect(chips.map(({ kind }) => kind)).toEqual([
      "q",
      "period",
      "type",
      "min",
      "max",
      "contract",
      "vehicle",
      "new",
    ]);
    expect(chips[1]?.removeHref).toBe(
      "/invoices?q=FT&type=invoice&contract=C-1&vehicle=AB&min=5&max=9&new=1&sort=due",
    );
    expect(view("from=1900-01-01", ROWS).result?.chips).toEqual([
      { kind: "everything", removeHref: "/invoices" },
    ]);
    expect(view("from=1900-01-01&to=2026-01-01").result?.chips[0]?.kind).toBe("period");
  });
});
