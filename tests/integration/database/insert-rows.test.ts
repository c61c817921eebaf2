import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { insertRows, type OnConflict } from "@/db/insert-rows";
import { companies } from "@/db/schema/companies";
import { withViewer } from "@/lib/access/with-viewer";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";

const SIREN = "732829320";
let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
});

const company = (id: string, name: string, siren: string | null = SIREN) => ({
  id,
  supplier_id: supplier.id,
  name,
  siren,
  created_at: "2026-11-20T10:00:00Z",
});

const insert = (rows: object[], conflict: OnConflict) =>
  withViewer({ kind: "job" }, (tx) => insertRows(tx, companies, rows, conflict));

const names = () =>
  asOwner(async (sql) => {
    const rows = await sql`select name from companies where supplier_id = ${supplier.id} order by name`;
    return rows.map((row) => String(row.name));
  });

const UNIQUE_VIOLATION = { code: "23505" };

describe("rows inserted with one statement", () => {
  it("store a text that was cut within a character", async () => {
    await insert([company(randomUUID(), "Voiture 🚗".slice(0, -1))], { onConflict: "fail" });
    expect(await names()).toEqual(["Voiture \ufffd"]);
  });

  it("are all refused when one of them breaks a constraint, unless the call says otherwise", async () => {
    const rows = [company(randomUUID(), "Alpha"), company(randomUUID(), "Beta")];
    await expect(insert(rows, { onConflict: "fail" })).rejects.toMatchObject(UNIQUE_VIOLATION);
    expect(await names()).toEqual([]);
  });

  it("skip rows that exist already according to the named constraint", async () => {
    const rows = [company(randomUUID(), "Alpha"), company(randomUUID(), "Beta")];
    await insert(rows, { onConflict: "skip", on: "companies_supplier_siren" });
    expect(await names()).toEqual(["Alpha"]);
  });

  it("are refused by a constraint other than the named one", async () => {
    const id = randomUUID();
    await insert([company(id, "Alpha")], { onConflict: "fail" });
    await expect(
      insert([company(id, "Beta", null)], { onConflict: "skip", on: "companies_supplier_siren" }),
    ).rejects.toMatchObject(UNIQUE_VIOLATION);
    expect(await names()).toEqual(["Alpha"]);
  });
});
