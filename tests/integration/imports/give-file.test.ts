import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/accounts/route";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { startImport } from "@/lib/imports/start-import";
import { put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import { type ImportWorld, makeImportWorld } from "./import-world";

let world: ImportWorld;
let adviser: StaffUser;

beforeAll(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
  adviser = world.adviser;
});

describe("a file that is no list of customers", () => {
  it.each([
    ["empty", "", "table_empty"],
    ["only heads", "client;nom\r\n", "table_no_lines"],
    ["a PDF", "%PDF-1.7\n1 0 obj", "table_unknown"],
    ["a page", "<!DOCTYPE html><table>", "table_unknown"],
    ["an archive that is none", "PK\u0003\u0004xxxx", "table_broken"],
    ["binary", "\u0000\u0001\u0002\u0003\u0000", "table_unknown"],
  ])("is refused with a reason: %s", async (_what, content, reason) => {
    const file = { bytes: Buffer.from(content, "latin1"), fileName: "x" };
    expect(await startImport(adviser, file, _what)).toEqual({ ok: false, reason });
  });

  it("of 50,000 columns or rows too many is refused by its worker", async () => {
    const rows = `client\n${"1\n".repeat(50_002)}`;
    expect(await startImport(adviser, { bytes: Buffer.from(rows), fileName: "x" }, "rows")).toEqual({
      ok: false,
      reason: "table_too_large",
    });
  });
});

describe("what the console changed", () => {
  const ask = async (query: string, key = world.supplier.key) => {
    const request = new Request(`http://localhost:3000/api/v1/accounts?${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const response = await GET(request, {});
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it("is listed for the supplier's own data, since an instant, and once", async () => {
    await put(world.supplier, "C-1", { companyName: "Un", email: "now@un.example" });
    await put(world.supplier, "C-2", { companyName: "Deux" });
    const [row] = await asOwner((sql) => sql`select id from accounts where customer_number = 'C-1'`);
    const correction = { accountId: String(row?.id), oldValue: "old", newValue: "now@un.example" };
    const at = new Date("2026-11-20T10:00:00Z");
    await withViewer(adviser, (tx) => recordCorrection(tx, adviser, { ...correction, field: "email" }, at));
    expect(await ask("changedSince=2026-11-20T09:00:00Z")).toMatchObject({
      status: 200,
      body: {
        accounts: [
          { customerNumber: "C-1", email: "now@un.example", changed: ["email"], changedAt: at.toISOString() },
        ],
        next: null,
      },
    });
    expect((await ask("changedSince=2026-11-20T11:00:00Z")).body).toEqual({ accounts: [], next: null });
    expect((await ask("changedSince=hier")).status).toBe(422);
    expect((await ask("", "efk_none")).status).toBe(401);
  });
});
