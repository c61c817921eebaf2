import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { now } from "@/lib/clock";
import { changeColumns } from "@/lib/imports/change-columns";
import { forceLine } from "@/lib/imports/force-line";
import { listImportLines } from "@/lib/imports/list-import-lines";
import { listRefusedLines } from "@/lib/imports/list-refused-lines";
import { undoImport } from "@/lib/imports/undo-import";
import { deposit, get, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import { apply, countsOf, type ImportWorld, makeImportWorld, proven, undo, upload } from "./import-world";

let world: ImportWorld;

beforeEach(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
});

const account = async (number: string) => (await get(world.supplier, number)).body;

describe("an import that is undone", () => {
  it("reverts the changes that did not take effect yet, and reports those it could not revert", async () => {
    const { supplier, adviser } = world;
    for (const number of ["WAITS", "ACTIVE", "CHANGED"])
      await put(supplier, number, {
        companyName: number,
        email: `${number}@old.example`.toLowerCase(),
        preference: "link",
      });
    await deposit(supplier, "WAITS");
    await deposit(supplier, "ACTIVE");
    const id = await upload(
      adviser,
      [
        "client;nom;email;envoi;siret",
        "WAITS;;waits@new.example;pj;73282932000074",
        "ACTIVE;;active@new.example;;",
        "CHANGED;;changed@new.example;récap;",
        "NEW-1;Sans facture;un@new.example;;",
        "NEW-2;Avec facture;deux@new.example;;",
      ].join("\n"),
    );
    await apply(adviser, id, "3");
    expect(await countsOf(adviser, id)).toMatchObject({ applied: 5, skipped: 0 });
    expect(await account("WAITS")).toMatchObject({
      email: "waits@old.example",
      pending: { email: "waits@new.example" },
      siret: "73282932000074",
    });
    // The next invoice activates one address and uses one new account; somebody changes a preference.
    await deposit(supplier, "ACTIVE");
    await deposit(supplier, "NEW-2");
    await put(supplier, "CHANGED", { preference: "none" });

    await undo(adviser, id);
    const { lines } = await listImportLines(adviser, id, { verdict: null, after: null });
    expect(
      Object.fromEntries(lines.map(({ judgement, outcome }) => [judgement.customerNumber, outcome])),
    ).toEqual({
      WAITS: null,
      ACTIVE: "took_effect",
      CHANGED: "changed_since",
      "NEW-1": null,
      "NEW-2": "in_use",
    });
    expect(await countsOf(adviser, id)).toEqual({
      state: "undone",
      applied: 0,
      skipped: 0,
      undone: 2,
      kept: 3,
    });
    expect(await account("WAITS")).toMatchObject({
      email: "waits@old.example",
      pending: null,
      preference: "link",
      siret: null,
    });
    expect(await account("ACTIVE")).toMatchObject({ email: "active@new.example" });
    expect(await account("CHANGED")).toMatchObject({ email: "changed@old.example", preference: "none" });
    expect((await get(supplier, "NEW-1")).status).toBe(404);
    expect((await get(supplier, "NEW-2")).status).toBe(200);
  });

  it("makes a ticked old value count as old again", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "C-1", { companyName: "Un", email: "new@un.example" });
    const [row] = await asOwner((sql) => sql`select id from accounts`);
    const correction = { accountId: String(row?.id), field: "email", newValue: "new@un.example" } as const;
    await withViewer(adviser, (tx) =>
      recordCorrection(tx, adviser, { ...correction, oldValue: "old@un.example" }, now()),
    );
    const id = await upload(adviser, "client;email\nC-1;old@un.example");
    await forceLine(adviser, id, 2, true);
    await apply(adviser, id);
    expect(await account("C-1")).toMatchObject({ email: "old@un.example", emailSource: "import" });
    await undo(adviser, id);
    const left = await put(supplier, "C-1", { email: "old@un.example" });
    expect(left.body).toMatchObject({ email: "new@un.example", emailSource: "api" });
    expect(left.body.warnings).toMatchObject([{ value: "old@un.example", kept: "new@un.example" }]);
  });

  it("is refused before it was applied, and to another supplier", async () => {
    const { adviser } = world;
    const id = await upload(adviser, "client;nom\nC-1;Un");
    expect(await undoImport(await proven(adviser), id)).toEqual({ ok: false, reason: "import_not_applied" });
    const { adviser: stranger } = await makeImportWorld();
    expect(await forceLine(adviser, "", 2, true)).toEqual({ ok: false, reason: "import_not_found" });
    for (const action of [
      undoImport(await proven(stranger), id),
      forceLine(stranger, id, 2, true),
      changeColumns(stranger, id, []),
    ])
      expect(await action).toEqual({ ok: false, reason: "import_not_found" });
    expect(await listRefusedLines(stranger, id)).toBeNull();
    await apply(adviser, id);
    // For a line of another supplier's import, nothing is removed.
    const [removed] = await withViewer(stranger, (tx) =>
      tx.execute<{ removed: boolean }>(sql`select remove_imported_account(${id}, 2) as removed`),
    );
    expect(removed?.removed).toBe(false);
    expect((await account("C-1")).companyName).toBe("Un");
  });
});
