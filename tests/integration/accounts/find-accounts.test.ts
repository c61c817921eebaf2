import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findAccounts } from "@/lib/accounts/search/find-accounts";
import { testDatabase } from "@/tests/support/database";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let adviser: Viewer;
let otherAdviser: Viewer;
let perceNeige: TestAccount;
let other: TestAccount;
const INVOICE = randomUUID();

beforeAll(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  const otherSupplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer;
  otherAdviser = (await makeStaff("adviser", otherSupplier)).viewer;
  perceNeige = await makeAccount(supplier, { customerNumber: "204-118", siren: "732829320" });
  other = await makeAccount(supplier, { customerNumber: "990001" });
  await asOwner(async (sql) => {
    await sql`update companies set name = 'Transports Perce-Neige & Fils' where id = ${perceNeige.companyId}`;
    await sql`update accounts set email = 'compta@perce-neige.example', email_source = 'api' where id = ${perceNeige.id}`;
    await sql`update users set name = 'Noé Bérard' where id = ${perceNeige.administrator.userId}`;
  });
  const row = (account: TestAccount, change: object) => ({
    ...invoiceRow(supplier, account, "x"),
    ...change,
  });
  const depositId = randomUUID();
  await insertInvoices(supplier, depositId, [
    row(perceNeige, {
      deposit_id: depositId,
      id: INVOICE,
      number: "FT-2026-110408",
      vehicles: "{GF-410-BQ}",
      contracts: "{LLD 77/12}",
    }),
    row(other, { deposit_id: depositId, number: "FT-2026-110409" }),
  ]);
});

const find = async (typed: string, viewer = adviser) => {
  const { accounts } = await withViewer(viewer, (tx) => findAccounts(tx, typed));
  return accounts.map(({ accountId, matches: [first] }) => [
    accountId === perceNeige.id ? "perce-neige" : "other",
    first?.kind,
    first?.shown,
    first?.isExact,
  ]);
};

describe("the search of the console", () => {
  it.each([
    ["204 118", "customer_number", "204-118", true],
    ["2041", "customer_number", "204-118", false],
    ["732 829 320", "siren", "732829320", true],
    ["perce nei", "company", "Transports Perce-Neige & Fils", false],
    ["TRANSPORTS", "company", "Transports Perce-Neige & Fils", false],
    ["fils transports", "company", "Transports Perce-Neige & Fils", false],
    ["berard", "person", "Noé Bérard", false],
    ["Bérard Noé", "person", "Noé Bérard", true],
    ["compta@perce", "address", "compta@perce-neige.example", false],
    ["perce-neige.example", "domain", "compta@perce-neige.example", true],
    ["ft 2026 110408", "invoice", "FT-2026-110408", true],
    ["gf410bq", "vehicle", "GF-410-BQ", true],
    ["GF 410 BQ", "vehicle", "GF-410-BQ", true],
    ["lld77/12", "contract", "LLD 77/12", true],
  ])("finds an account by %s", async (typed, kind, shown, isExact) => {
    const found = await find(typed);
    expect(found.filter(([account]) => account === "perce-neige")).toEqual([
      ["perce-neige", kind, shown, isExact],
    ]);
  });

  it("lists both accounts whose invoices begin with what was typed, and by their identifiers", async () => {
    expect((await find("FT-2026-1104")).map(([account]) => account).sort()).toEqual(["other", "perce-neige"]);
    expect(await find(other.identifiers.member)).toEqual([
      ["other", "identifier", other.identifiers.member, true],
    ]);
  });

  it("follows changes: a removed name or address finds nothing any more", async () => {
    await asOwner((sql) => sql`update users set name = 'Ada Zen' where id = ${other.member.userId}`);
    expect(await find("zen")).toEqual([["other", "person", "Ada Zen", false]]);
    await asOwner((sql) => sql`update users set name = '' where id = ${other.member.userId}`);
    expect(await find("zen")).toEqual([]);
  });

  it("finds nothing for another supplier's staff, nor for any other viewer", async () => {
    for (const typed of ["204118", "perce", "FT-2026-110408", "GF-410-BQ"]) {
      expect(await find(typed, otherAdviser), typed).toEqual([]);
      expect(await find(typed, supplier.keyViewer), typed).toEqual([]);
      expect(await find(typed, perceNeige.administrator), typed).toEqual([]);
    }
  });

  it("finds nothing for a text without a letter or digit, however odd", async () => {
    for (const typed of ["", "  ", "---", "%", "\\", "'", "(", "\u{1f697}"]) await find(typed);
    expect(await find("- -")).toEqual([]);
    expect(await find("%")).toEqual([]);
  });
});
