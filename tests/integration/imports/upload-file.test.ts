import { beforeAll, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { startImport } from "@/lib/imports/start-import";
import { testDatabase } from "@/tests/support/database";
import { makeImportWorld } from "./import-world";

let adviser: StaffUser;

beforeAll(async () => {
  await testDatabase().reset();
  adviser = (await makeImportWorld()).adviser;
});

describe("a file that is not a list of customers", () => {
  it.each([
    ["empty", "", "table_empty"],
    ["only a header row", "client;nom\r\n", "table_no_lines"],
    ["a PDF", "%PDF-1.7\n1 0 obj", "table_unknown"],
    ["a page", "<!DOCTYPE html><table>", "table_unknown"],
    ["an invalid archive", "PK\u0003\u0004xxxx", "table_broken"],
    ["binary", "\u0000\u0001\u0002\u0003\u0000", "table_unknown"],
  ])("is refused with a reason: %s", async (_what, content, reason) => {
    const file = { bytes: Buffer.from(content, "latin1"), fileName: "x" };
    expect(await startImport(adviser, file, _what)).toEqual({ ok: false, reason });
  });

  it("with 50,000 columns or rows too many is refused by the worker", async () => {
    const rows = `client\n${"1\n".repeat(50_002)}`;
    expect(await startImport(adviser, { bytes: Buffer.from(rows), fileName: "x" }, "rows")).toEqual({
      ok: false,
      reason: "table_too_large",
    });
  });
});
