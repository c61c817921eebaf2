import { describe, expect, it } from "vitest";
import { emptyList } from "@/lib/invoices/register/empty-list";
import { ENTRY, register } from "./made-register";

const why = (url: string, list: Parameters<typeof register>[1] = {}) => emptyList(register(url, list));
const hidden = (olderHidden: number) => ({ list: { olderHidden } });

describe("the reason of an empty list", () => {
  it("is absent for a list with rows", () => {
    expect(why("", { list: { rows: [{ ...ENTRY, account: null }], count: 1 } })).toBeNull();
  });

  it("is that the page is past the last invoice, with any filter", () => {
    expect(why(`q=x&after=2020-01-01_${ENTRY.id}`, { list: { count: 3 } })).toEqual({
      kind: "end_of_list",
      firstPageHref: "/invoices?q=x",
    });
  });

  it("is that the account has no invoice", () => {
    expect(why("")).toEqual({ kind: "none_yet" });
  });

  it("is that all are older than the display history", () => {
    expect(why("", hidden(27))).toEqual({
      kind: "none_in_period",
      months: 3,
      hidden: { value: 27, isCapped: false },
      showHiddenHref: "/invoices?from=1900-01-01",
    });
    expect(why("", hidden(1_001))).toMatchObject({ hidden: { value: 1_000, isCapped: true } });
  });

  it("is the chosen period", () => {
    expect(why("from=2026-10-01&to=2026-10-31&scope=all")).toEqual({
      kind: "chosen",
      from: "2026-10-01",
      to: "2026-10-31",
      months: 3,
      backHref: "/invoices?scope=all",
    });
  });

  it("is not the period when the period includes everything", () => {
    expect(why("from=1900-01-01")).toEqual({ kind: "none_yet" });
  });
});

describe("a search or filter without a match", () => {
  it("offers the list without any filter", () => {
    expect(why("contract=C-1&sort=amount&scope=all")).toEqual({
      kind: "no_match",
      q: null,
      isAmount: false,
      clearHref: "/invoices?sort=amount&scope=all",
      older: null,
      everywhereHref: null,
      removedHref: null,
    });
  });

  it("includes the filter of invoices not downloaded yet", () => {
    expect(why("new=1")).toMatchObject({ kind: "no_match", q: null });
  });

  it("offers older matches: for a filter with a period that includes everything, for a searched text without a period", () => {
    expect(why("type=credit_note", hidden(2))).toMatchObject({
      older: { count: { value: 2, isCapped: false }, showHref: "/invoices?from=1900-01-01&type=credit_note" },
      everywhereHref: null,
    });
    expect(why("q=FT-1&from=2026-10-01", hidden(2))).toMatchObject({
      older: { showHref: "/invoices?q=FT-1" },
      everywhereHref: "/invoices?q=FT-1",
    });
  });

  it.each([
    ["FT-2024-7", true, false],
    ["2024", true, true],
    ["1 000,20", false, true],
    ["dupont", false, false],
  ])("for « %s » links to removed invoices: %s, searched for an amount: %s", (q, isNumber, isAmount) => {
    const params = new URLSearchParams({ q, scope: "all" });
    expect(why(params.toString())).toMatchObject({
      q,
      isAmount,
      removedHref: isNumber ? `/invoices/removed?number=${encodeURIComponent(q)}&scope=all` : null,
    });
  });
});
