import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { applyImport } from "@/lib/imports/apply-import";
import { applyLines } from "@/lib/imports/apply-lines";
import { changeColumns } from "@/lib/imports/change-columns";
import { getImport } from "@/lib/imports/get-import";
import { listImportLines } from "@/lib/imports/list-import-lines";
import { undoImport } from "@/lib/imports/undo-import";
import { get, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeStaff, makeSupplier } from "@/tests/support/world";
import {
  apply,
  countsOf,
  type ImportWorld,
  makeImportWorld,
  proven,
  undo,
  upload,
  verdicts,
  work,
} from "./import-world";

let world: ImportWorld;

beforeEach(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
});

const account = async (number: string) => (await get(world.supplier, number)).body;
const accountCount = async () => (await asOwner((sql) => sql`select 1 from accounts`)).length;

const HEADS = "Code tiers;Nom;Siren;Mail compta;Envoi;Remarque";

describe("a spreadsheet of customers", () => {
  it("gets a verdict for each line and changes nothing before it is applied", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "045210", { companyName: "Haute-Lande", email: "a@haute-lande.example" });
    await put(supplier, "C-1", { companyName: "Mélèzes", siren: "732829320", preference: "link" });
    const id = await upload(
      adviser,
      [
        HEADS,
        "45210;;;A@haute-lande.example;récap;",
        "C-1;Mélèzes;732 829 320;;Lien;rien",
        "C-2;Nouvelle SARL;;n@nouvelle.example;PJ;",
        "C-3;Imprimerie;;facturation@quatre-feuilles;;",
        ";Garage;;;;",
        "C-2;Autre;;;;",
        "2,04E+05;Scierie;;;;",
        "C-1;;404 833 048;;;",
        "C-4;;;;;",
        "C-1;;;;pigeon;",
      ].join("\r\n"),
    );
    expect(await verdicts(adviser, id)).toEqual({
      2: "changed",
      3: "same",
      4: "new",
      5: "refused address_incomplete",
      6: "refused number_missing",
      7: "refused twice",
      8: "refused number_shortened",
      9: "refused twice",
      10: "refused name_missing",
      11: "refused choice_unknown",
    });
    const { lines } = await listImportLines(adviser, id, { verdict: "changed", after: null });
    expect(lines[0]?.judgement).toMatchObject({
      customerNumber: "045210",
      restoredZeros: "0",
      differences: [{ field: "preference", from: "none", to: "digest" }],
    });
    expect(await accountCount()).toBe(2);

    await apply(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ state: "applied", applied: 2, skipped: 0 });
    expect(await account("045210")).toMatchObject({ preference: "digest" });
    expect(await account("C-2")).toMatchObject({
      companyName: "Nouvelle SARL",
      email: "n@nouvelle.example",
      emailSource: "import",
      preference: "attachment",
    });
    expect(await accountCount()).toBe(3);
    // Applying it again, or working on imports again, changes nothing.
    expect(await applyImport(await proven(adviser), id, "")).toEqual({ ok: true });
    expect(await work()).toBe(0);
  });

  it("recognises a customer number without its leading zeros, or with spaces between thousands", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "204118", { companyName: "Perce-Neige" });
    const id = await upload(
      adviser,
      ["client;nom;envoi", "204\u202f118;;pj", "00777;Sept;", "777;Sept;", "0888;Huit;"].join("\n"),
    );
    expect(await verdicts(adviser, id)).toEqual({ 2: "changed", 3: "new", 4: "refused twice", 5: "new" });
    const { lines } = await listImportLines(adviser, id, { verdict: "changed", after: null });
    expect(lines[0]?.judgement).toMatchObject({ customerNumber: "204118", restoredZeros: "" });
    await apply(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ applied: 3, skipped: 0 });
  });

  it("is one import when the same form is sent twice, and is unknown to another supplier", async () => {
    const { adviser } = world;
    const form = "0198c0de-0000-4000-8000-000000000001";
    const both = await Promise.all([1, 2].map(() => upload(adviser, "client;nom\nC-1;Un", form)));
    expect(new Set(both).size).toBe(1);
    const other = await makeSupplier();
    const stranger = (await makeStaff("manager", other)).viewer as typeof adviser;
    expect(await getImport(stranger, both[0] ?? "")).toBeNull();
    expect(await applyImport(await proven(stranger), both[0] ?? "", "")).toEqual({
      ok: false,
      reason: "import_not_found",
    });
  });

  it("is applied and undone only with fresh proof, because a changed address gives access", async () => {
    const { adviser } = world;
    const id = await upload(adviser, "client;nom\nC-1;Un");
    const session = await proven(adviser);
    await asOwner((sql) => sql`update sessions set proven_at = proven_at - interval '31 minutes'`);
    expect(await applyImport(session, id, "")).toMatchObject({ ok: false, reason: "proof_needed" });
    expect(await accountCount()).toBe(0);
    await apply(adviser, id);
    expect(await undoImport(session, id)).toMatchObject({ ok: false, reason: "proof_needed" });
    expect(await accountCount()).toBe(1);
  });

  it("is judged again when its columns are corrected", async () => {
    const { adviser } = world;
    const id = await upload(adviser, "Référence interne,Libellé\nC-1,Un\nC-2,Deux");
    expect(await verdicts(adviser, id)).toEqual({ 2: "refused number_missing", 3: "refused number_missing" });
    expect(await changeColumns(adviser, id, ["companyName", "companyName"])).toEqual({
      ok: false,
      reason: "column_twice",
    });
    expect(await changeColumns(adviser, id, ["customerNumber", "companyName"])).toEqual({ ok: true });
    expect(await verdicts(adviser, id)).toEqual({ 2: "new", 3: "new" });
  });

  it("asks the adviser to type the number of changed addresses when more than 5 % of them change", async () => {
    const { supplier, adviser } = world;
    const numbers = ["C-1", "C-2", "C-3"];
    for (const number of numbers)
      await put(supplier, number, { companyName: number, email: `${number}@a.example` });
    const id = await upload(
      adviser,
      `client;email\n${numbers.map((one) => `${one};${one}@b.example`).join("\n")}`,
    );
    expect((await getImport(adviser, id))?.countToType).toBe(3);
    expect(await applyImport(await proven(adviser), id, "2")).toEqual({ ok: false, reason: "count_differs" });
    expect(await applyImport(await proven(adviser), id, " 3 ")).toEqual({ ok: true });
  });

  it("changes what several accounts of one company share once, and skips a line that contradicts it", async () => {
    const { supplier, adviser } = world;
    for (const number of ["C-1", "C-2", "C-3"])
      await put(supplier, number, { companyName: number, siren: "732829320", preference: "link" });
    const id = await upload(
      adviser,
      ["client;tva;envoi", "C-1;FR44732829320;pj", "C-2;FR44732829320;pj", "C-3;FR00000000000;pj"].join("\n"),
    );
    await apply(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ applied: 2, skipped: 1 });
    expect(await account("C-2")).toMatchObject({ vatNumber: "FR44732829320", preference: "attachment" });
    expect(await account("C-3")).toMatchObject({ vatNumber: "FR44732829320", preference: "link" });
    await undo(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ undone: 2, kept: 0 });
    expect(await account("C-1")).toMatchObject({ vatNumber: null, preference: "link" });
  });

  it("skips a line whose account changed between the verdict and its turn", async () => {
    const { supplier, adviser } = world;
    await put(supplier, "C-1", { companyName: "Un", preference: "link" });
    const id = await upload(adviser, "client;envoi\nC-1;pj");
    await put(supplier, "C-1", { preference: "digest" });
    await apply(adviser, id);
    expect(await countsOf(adviser, id)).toMatchObject({ applied: 0, skipped: 1 });
    expect(await account("C-1")).toMatchObject({ preference: "digest" });
  });
});

describe("the work on an import", () => {
  it("continues where a process stopped, and several processes process no line twice", async () => {
    const { adviser } = world;
    const numbers = Array.from({ length: 120 }, (_, index) => `C-${index}`);
    const id = await upload(adviser, `client;nom\n${numbers.map((one) => `${one};${one}`).join("\n")}`);
    expect(await applyImport(await proven(adviser), id, "")).toEqual({ ok: true });
    const columns = ["customerNumber" as const, "companyName" as const];
    const over = new Date(now().getTime() - 1);
    // The deadline of the work has passed after one line. As with a killed process, the claim stays until it expires.
    expect(await applyLines(adviser, { importId: id, columns }, over)).toBe(1);
    const both = [1, 2, 3].map(() =>
      applyLines(adviser, { importId: id, columns }, new Date(now().getTime() + 60_000)),
    );
    expect((await Promise.all(both)).reduce((sum, done) => sum + done)).toBe(119);
    expect(await countsOf(adviser, id)).toMatchObject({ state: "applied", applied: 120, skipped: 0 });
    const [row] = await asOwner(
      (sql) => sql`select count(*)::int as n from audit_events where action = 'account_created'`,
    );
    expect([row?.n, await accountCount()]).toEqual([120, 120]);
  });

  it("skips the lines when the person who started it is disabled", async () => {
    const { adviser } = world;
    const id = await upload(adviser, "client;nom\nC-1;Un");
    expect(await applyImport(await proven(adviser), id, "")).toEqual({ ok: true });
    await asOwner((sql) => sql`update users set status = 'disabled' where id = ${adviser.userId}`);
    await work();
    expect(await countsOf(adviser, id)).toMatchObject({ state: "applied", applied: 0, skipped: 1 });
  });
});
