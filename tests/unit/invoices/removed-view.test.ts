import { describe, expect, it } from "vitest";
import { removedView } from "@/lib/invoices/one/removed-view";
import { account } from "./register/made-register";

const DOCUMENT = {
  id: "1",
  number: "FT-1",
  issuedOn: "2024-11-02",
  sha256: "ab",
  removedAt: new Date("2026-11-20T23:30:00Z"),
  account: account(),
  askedAt: null as Date | null,
};

const view = (
  change: Partial<typeof DOCUMENT> = {},
  flash: Record<string, string> = {},
  scope: "own" | "all" = "own",
) => removedView([{ ...DOCUMENT, ...change }], { number: "FT-1", scope, ownAccounts: [account()], flash });

describe("the page about removed invoices", () => {
  it("shows days in the supplier's time zone, and the company when several are searched", () => {
    expect(view().entries).toMatchObject([{ removedOn: "2026-11-21", company: null, askedOn: null }]);
    expect(view({}, {}, "all").entries).toMatchObject([{ company: "Perce-Neige · 204118" }]);
  });

  it("says that a duplicate was requested, just now or earlier, or that the request was refused", () => {
    const askedAt = new Date("2026-11-22T10:00:00Z");
    expect(view({ askedAt }, { asked: "1" }).entries).toMatchObject([
      { askedOn: "2026-11-22", isJustAsked: true },
    ]);
    expect(view({ askedAt }, { asked: "2" }).entries).toMatchObject([{ isJustAsked: false }]);
    expect(view({}, { refused: "1" }).entries).toMatchObject([{ isRefused: true }]);
    expect(view({ askedAt }, { refused: "1" }).entries).toMatchObject([{ isRefused: false }]);
  });

  it("links to the list, and to the search for the same number in it", () => {
    expect(view({}, {}, "all")).toMatchObject({
      listHref: "/invoices?scope=all",
      searchHref: "/invoices?q=FT-1&scope=all",
      scopeChoice: null,
    });
  });
});
