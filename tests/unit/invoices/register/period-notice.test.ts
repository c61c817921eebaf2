import { describe, expect, it } from "vitest";
import { periodNotice } from "@/lib/invoices/register/period-notice";
import { register } from "./made-register";

const notice = (url: string, list: { count?: number; olderHidden?: number } = {}) =>
  periodNotice(register(url, { list }));

describe("the notice of the period", () => {
  it("shows the display history and how many invoices it hides", () => {
    expect(notice("type=invoice", { count: 4, olderHidden: 0 })).toEqual({
      kind: "last_months",
      months: 3,
      hidden: { value: 0, isCapped: false },
      showHiddenHref: "/invoices?from=1900-01-01&type=invoice",
    });
    expect(notice("", { olderHidden: 9 })).toMatchObject({ hidden: { value: 9, isCapped: false } });
  });

  it("is absent for an account without invoices, and for a search without a period", () => {
    expect(notice("")).toBeNull();
    expect(notice("q=FT-1", { count: 4, olderHidden: 3 })).toBeNull();
  });

  it("shows a chosen period, also with a search, and links back to the first page", () => {
    expect(notice("q=FT&to=2026-10-31&sort=due&after=x", { count: 4 })).toEqual({
      kind: "chosen",
      from: null,
      to: "2026-10-31",
      months: 3,
      backHref: "/invoices?q=FT&sort=due",
    });
  });

  it("says that everything is shown only when nothing older is hidden and the end is open", () => {
    expect(notice("from=1900-01-01", { count: 4 })).toMatchObject({ kind: "everything", months: 3 });
    expect(notice("from=2026-01-01", { count: 4, olderHidden: 1 })).toMatchObject({ kind: "chosen" });
  });
});
