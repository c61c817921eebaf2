import { describe, expect, it } from "vitest";
import { roundAbove, ticksTo } from "@/components/console/count-scale";
import {
  readBulkAccounts,
  readBulkAction,
  writeBulkAccounts,
  writeBulkAction,
} from "@/lib/accounts/bulk/bulk-action";
import { accountsPath, readAccountQuery } from "@/lib/accounts/lists/account-query";
import { type FoundMatch, groupByAccount, MAX_FOUND, onlyInvoice } from "@/lib/accounts/search/found-account";
import { matchedPart } from "@/lib/accounts/search/matched-part";
import { joinDeposits, type JournalLine } from "@/lib/console/join-deposits";

const ID = "0198f6c2-0000-7000-8000-000000000001";

describe("the part of a text that was searched for", () => {
  it.each([
    ["Transports Perce-Neige SAS", "perce nei", "Perce-Nei"],
    ["Énergies Brumaire", "energies b", "Énergies B"],
    ["camille.lorme@perce-neige.example", "PERCE-neige", "perce-neige"],
    ["Cœur & Fils", "coeur", "Cœur"],
    ["204 118", "2041", "204 1"],
    ["Transports", "ports", null],
    ["Transports", "--", null],
  ])("of %s by %s is %s", (text, q, marked) => {
    const part = matchedPart(text, q);
    expect(part && text.slice(part.from, part.to)).toBe(marked);
  });
});

describe("what a search found", () => {
  const match = (change: Partial<FoundMatch & { accountId: string }>) => ({
    accountId: "a",
    kind: "company" as const,
    shown: "Alpha",
    invoiceId: null,
    isExact: false,
    ...change,
  });
  const invoice = { kind: "invoice" as const, shown: "F-1", invoiceId: "i", isExact: true };

  it("is grouped by account, exact matches first, each reason once", () => {
    const { accounts } = groupByAccount([
      match({}),
      match({}),
      match({ accountId: "b", isExact: true }),
      match(invoice),
    ]);
    expect(accounts.map(({ accountId, matches }) => [accountId, matches.map(({ shown }) => shown)])).toEqual([
      ["b", ["Alpha"]],
      ["a", ["F-1", "Alpha"]],
    ]);
  });

  it("is limited to the maximum that is listed", () => {
    const many = Array.from({ length: MAX_FOUND + 1 }, (_, index) => match({ accountId: String(index) }));
    expect(groupByAccount(many)).toMatchObject({ isCut: true });
    expect(groupByAccount(many).accounts).toHaveLength(MAX_FOUND);
  });

  it("leads to an invoice only when nothing else has that whole value", () => {
    const only = (...found: (FoundMatch & { accountId: string })[]) =>
      onlyInvoice(groupByAccount(found).accounts);
    expect(only(match({}), match(invoice))).toEqual({ accountId: "a", invoiceId: "i" });
    expect(only(match(invoice), match({ ...invoice, accountId: "b" }))).toBeNull();
    expect(only(match(invoice), match({ kind: "customer_number", isExact: true }))).toBeNull();
    expect(only(match({ ...invoice, isExact: false }))).toBeNull();
  });
});

describe("the address of a list", () => {
  it("is read as it was written", () => {
    for (const path of [
      "/console/accounts",
      "/console/accounts?list=paper",
      "/console/accounts?list=unseen&q=perce&sort=last-desc",
      `/console/accounts?sort=number&after=204118_${ID}`,
    ]) {
      const query = readAccountQuery(Object.fromEntries(new URL(path, "http://x").searchParams));
      const { page } = query;
      expect(accountsPath(query, page.direction === "after" ? { after: page.cursor } : {})).toBe(path);
    }
  });

  it("reads anything else as all accounts by company", () => {
    const all = readAccountQuery({});
    for (const params of [
      { list: "secret", sort: "name", after: "x" },
      { sort: "last" },
      { q: " \u0000 ", before: `a\u0007_${ID}` },
      { q: ["a", "b"] },
    ])
      expect(readAccountQuery(params)).toEqual(all);
    expect(readAccountQuery({ q: `  a\n b ${"x".repeat(500)}\ud800` }).q).toHaveLength(200);
  });
});

describe("an action on several accounts", () => {
  it("is read as it was written, and nothing else", () => {
    for (const text of ["resend_activation", "preference-link", `assign-${ID}`, "assign-nobody"]) {
      const action = readBulkAction(text);
      expect(action && writeBulkAction(action)).toBe(text);
    }
    for (const text of ["", "preference-all", "assign-", "assign-x", "close"])
      expect(readBulkAction(text)).toBeNull();
    const accounts = [{ accountId: ID, generation: 2 }];
    expect(readBulkAccounts(`${writeBulkAccounts(accounts)} x:1 ${ID}:2 ${ID}:-1`)).toEqual(accounts);
  });
});

describe("the day", () => {
  it("joins consecutive deposits of one actor", () => {
    const line = (change: Partial<JournalLine>): JournalLine => ({
      at: new Date(0),
      action: "invoice_deposited",
      accountId: "a",
      companyName: "Alpha",
      actorId: "key",
      actorName: null,
      keyName: "ERP",
      about: null,
      count: 1,
      ...change,
    });
    const joined = joinDeposits([
      line({}),
      line({}),
      line({ accountId: "b" }),
      line({ action: "account_changed" }),
      line({}),
    ]);
    expect(joined.map(({ action, count, accountId }) => [action, count, accountId])).toEqual([
      ["invoice_deposited", 3, null],
      ["account_changed", 1, "a"],
      ["invoice_deposited", 1, "a"],
    ]);
  });

  it.each([
    [0, [0, 1, 2, 3]],
    [4, [0, 2, 4, 6]],
    [155, [0, 100, 200, 300]],
    [1_500, [0, 500, 1_000, 1_500]],
  ])("draws %i mails on a scale of round numbers", (count, ticks) => {
    expect(ticksTo(roundAbove(count))).toEqual(ticks);
  });
});
