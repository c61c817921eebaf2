import { beforeEach, describe, expect, it } from "vitest";
import { listImportLines } from "@/lib/imports/list-import-lines";
import { deposit, get, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { apply, countsOf, give, type ImportWorld, makeImportWorld, undo } from "./import-world";

let world: ImportWorld;

beforeEach(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
});

const account = async (number: string) => (await get(world.supplier, number)).body;

describe("an import that is undone", () => {
  it("takes back what did not take effect, and says what it could not", async () => {
    const { supplier, adviser } = world;
    for (const number of ["WAITS", "ACTIVE", "CHANGED"])
      await put(supplier, number, {
        companyName: number,
        email: `${number}@old.example`.toLowerCase(),
        preference: "link",
      });
    await deposit(supplier, "WAITS");
    await deposit(supplier, "ACTIVE");
    const id = await give(
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
});
