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
const COMPANY = "019a8f00-0000-7000-8000-000000000002";
const SAVED = [{ id: "1", name: "Octobre", query: "from=2026-10-01&to=2026-10-31" }];

describe("the page of the list", () => {
  it("has no search and no downloads for an account without invoices", () => {
    expect(view("")).toMatchObject({
      empty: { kind: "none_yet" },
      filterForm: null,
      head: { downloads: null },
    });
  });

  it("is filtered by anything but the display history", () => {
    const isFiltered = (url: string) => view(url, ROWS).head.isFiltered;
    expect([isFiltered(""), isFiltered("sort=due"), isFiltered("scope=all")]).toEqual([false, false, false]);
    expect(["q=x", "from=2026-10-01", "new=1", "type=invoice"].map(isFiltered)).toEqual(Array(4).fill(true));
  });

  it("shows how many are unread, with their list", () => {
    expect(view("type=invoice", { list: { ...ROWS.list, unread: 2 } }).head.unread).toEqual({
      count: 2,
      url: "/invoices?type=invoice&unread=1",
    });
    expect(view("", ROWS).head.unread).toBeNull();
    expect(view("", { list: { ...ROWS.list, unread: 2, hasMore: true } }).head.unread).toBeNull();
  });

  it("can save the filters of the list, without the page number", () => {
    expect(view("", ROWS).savableQuery).toBe("");
    expect(view(`q=x&after=2020-01-01_${ENTRY.id}`, ROWS).savableQuery).toBe("?q=x");
    expect(view("", { savedFilters: SAVED }).savedFilters[0]?.href).toBe(
      "/invoices?from=2026-10-01&to=2026-10-31",
    );
  });

  it("offers the choice of companies to a person with several", () => {
    expect(view("", ROWS).companyChoice).toBeNull();
    const viewer = { ...account().viewer, accountId: COMPANY };
    const ownAccounts = [account(), account({ viewer, customerNumber: "204552", isCurrent: false })];
    const url = `q=x&company=${COMPANY}&scope=all`;
    expect(view(url, { ...ROWS, ownAccounts }).companyChoice).toEqual({
      current: "all",
      count: 2,
      ownUrl: "/invoices?q=x",
      allUrl: "/invoices?q=x&scope=all",
      companies: [
        { name: "Perce-Neige · 204118", url: "/invoices?q=x&company=account&scope=all", isCurrent: false },
        { name: "Perce-Neige · 204552", url: `/invoices?${url}`, isCurrent: true },
      ],
    });
    expect(view(url, { ...ROWS, ownAccounts }).head.chips.at(-1)).toEqual({
      kind: "company",
      text: "Perce-Neige · 204552",
      removeUrl: "/invoices?q=x&scope=all",
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

describe("the head of the list", () => {
  it("offers to download the shown invoices, or those of them not downloaded yet", () => {
    const all = "from=2026-10-01&scope=all";
    expect(view("from=2026-10-01&scope=all", ROWS).head.downloads).toEqual({
      zipUrl: `/invoices/export?format=zip&${all}`,
      csvUrl: `/invoices/export?format=csv&${all}`,
      xlsxUrl: `/invoices/export?format=xlsx&${all}`,
      accountingUrl: null,
      remaining: { count: 2, url: "/invoices/export?format=zip&from=2026-10-01&new=1&scope=all" },
      size: 900,
    });
    expect(view("from=2026-10-01", ROWS).head.downloads?.accountingUrl).toBe(
      "/invoices/export?format=accounting&from=2026-10-01",
    );
  });

  it("offers the invoices not downloaded yet only if they are a part of the list", () => {
    const rest = (list: Partial<(typeof ROWS)["list"]> & { hasMore?: boolean }) =>
      view("", { list: { ...ROWS.list, ...list } }).head.downloads;
    expect(rest({ remaining: 0 })?.remaining).toBeNull();
    expect(rest({ remaining: 5 })?.remaining).toBeNull();
    expect(rest({ remaining: 5, hasMore: true })).toMatchObject({ remaining: { count: null }, size: null });
    expect(rest({ count: 0 })).toBeNull();
  });

  it("shows how many invoices are new since the last visit, except on a first visit", () => {
    const withNewRows = { list: { ...ROWS.list, sinceLastVisit: 2 } };
    const previousVisitAt = new Date("2026-11-01T10:00:00Z");
    expect(view("", withNewRows, { previousVisitAt }).head.newSinceVisit).toMatchObject({ count: 2 });
    expect(view("", withNewRows).head.newSinceVisit).toBeNull();
    expect(view("", ROWS, { previousVisitAt }).head.newSinceVisit).toBeNull();
  });

  it("has one chip for each filter, and one for both ends of a period or of an amount", () => {
    const url =
      "q=FT&from=2026-10-01&to=2026-10-31&type=invoice&min=5&max=9&contract=C-1&vehicle=AB&new=1&sort=due";
    const chips = view(url).head.chips;
    expect(chips.map(({ kind }) => kind)).toEqual([
      "q",
      "period",
      "contract",
      "vehicle",
      "amount",
      "type",
      "new",
    ]);
    expect(chips[1]?.removeUrl).toBe(
      "/invoices?q=FT&type=invoice&contract=C-1&vehicle=AB&min=5&max=9&new=1&sort=due",
    );
    expect(view("from=1900-01-01", ROWS).head.chips).toEqual([
      { kind: "everything", removeUrl: "/invoices" },
    ]);
    expect(view("from=1900-01-01&to=2026-01-01").head.chips[0]?.kind).toBe("period");
  });
});
