import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { now } from "@/lib/clock";
import { applyImport } from "@/lib/imports/apply-import";
import { forceLine } from "@/lib/imports/force-line";
import { getImport } from "@/lib/imports/get-import";
import { get, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/world";
import { apply, type ImportWorld, makeImportWorld, proven, upload, verdicts } from "./import-world";

let world: ImportWorld;

beforeEach(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
});

const account = async (number: string) => (await get(world.supplier, number)).body;

describe("values that the console replaced", () => {
  it("leaves old values alone unless their line is ticked", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "C-1", { companyName: "Un", email: "new@un.example", preference: "link" });
    const [row] = await asOwner((sql) => sql`select id from accounts`);
    await withViewer(adviser, (tx) =>
      recordCorrection(
        tx,
        adviser,
        {
          accountId: String(row?.id),
          field: "email",
          oldValue: "old@un.example",
          newValue: "new@un.example",
        },
        now(),
      ),
    );
    const file = "client;email;envoi\nC-1;old@un.example;lien";
    const id = await upload(adviser, file);
    expect(await verdicts(adviser, id)).toEqual({ 2: "superseded" });
    expect(await applyImport(await proven(adviser), id, "")).toEqual({
      ok: false,
      reason: "nothing_to_apply",
    });

    // A ticked line keeps its verdict and counts as a line to apply.
    for (const isForced of [true, false]) {
      expect(await forceLine(adviser, id, 2, isForced)).toEqual({ ok: true });
      expect(await verdicts(adviser, id)).toEqual({ 2: "superseded" });
      const count = isForced ? 1 : 0;
      expect((await getImport(adviser, id))?.counts).toMatchObject({
        waiting: count,
        forced: count,
        changedAddresses: count,
      });
    }

    // The API does not apply the old value either, and answers with a warning.
    const called = await put(supplier, "C-1", { email: "old@un.example", preference: "digest" });
    expect(called.status).toBe(200);
    expect(called.body).toMatchObject({
      email: "new@un.example",
      preference: "digest",
      warnings: [
        { type: "superseded_value", field: "email", value: "old@un.example", kept: "new@un.example" },
      ],
    });

    expect(await forceLine(adviser, id, 2, true)).toEqual({ ok: true });
    await apply(adviser, id);
    expect(await account("C-1")).toMatchObject({ email: "old@un.example", preference: "link" });
    // The applied value is no old value any more.
    expect((await put(supplier, "C-1", { email: "old@un.example" })).body.warnings).toEqual([]);
  });

  it("does not apply an address that was refused permanently", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "C-1", { companyName: "Un", email: "good@un.example" });
    await asOwner(
      (sql) => sql`insert into mail_addresses (supplier_id, email, state, reason, at)
        values (${supplier.id}, 'bad@un.example', 'bounced', 'no such mailbox', now())`,
    );
    const id = await upload(adviser, "client;email\nC-1;bad@un.example");
    expect(await verdicts(adviser, id)).toEqual({ 2: "superseded" });
  });
});
