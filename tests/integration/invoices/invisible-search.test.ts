import { beforeAll, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { testDatabase } from "@/tests/support/database";
import { fieldFile } from "@/tests/support/field-file";
import { listInvoices } from "@/tests/support/list-invoices";
import { makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { listing } from "./listing";

let account: TestAccount;

beforeAll(async () => {
  await testDatabase().reset();
  const supplier = await makeSupplier();
  account = await makeAccount(supplier);
  const file = { bytes: fieldFile("number-with-zero-width-space.xml"), fileName: "f.xml" };
  const metadata = { customerNumber: account.customerNumber, contracts: ["C\u00ad-\u200e12é"] };
  const result = await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });
  expect(result.ok).toBe(true);
});

const found = async (q: string) =>
  (await listInvoices(account.member, listing(readInvoiceFilter({ q })))).rows.map(({ number }) => number);

describe("a number with characters that nobody can see", () => {
  it.each([
    ["without them", "F-2026-8"],
    ["with them", "F-2026\u200b-8"],
    ["with others", "\u2066F\u00ad-20\u200d26\ufeff-8\u2069"],
    ["with spaces of every kind", "F\u20032026\u30008"],
    ["in a contract", "c-12É"],
  ])("is found %s, and shown as it is in the file", async (_, q) => {
    expect(await found(q)).toEqual(["F-2026\u200b-8"]);
  });

  it("is not found by invisible characters alone, which count as no search", () => {
    expect(readInvoiceFilter({ q: "\u200b \u00ad" }).q).toBeNull();
  });

  it("may be an amount", async () => {
    expect(parseAmount("\u202a1\u00a0200,00\u202c €")).toBe("1200");
    expect(await found("\u202a1 200,00\u202c €")).toHaveLength(1);
  });
});
