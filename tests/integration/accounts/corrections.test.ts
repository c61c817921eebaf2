import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { accountCorrections } from "@/db/schema/account-corrections";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findSuperseded } from "@/lib/accounts/corrections/find-superseded";
import { type Correction, recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let adviser: StaffUser;
let account: TestAccount;

beforeAll(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  account = await makeAccount(supplier);
});

const correct = (
  from: string | null,
  to: string | null,
  minute: number,
  field: Correction["field"] = "email",
) =>
  withViewer(adviser, (tx) =>
    recordCorrection(
      tx,
      adviser,
      { accountId: account.id, field, oldValue: from, newValue: to },
      new Date(Date.UTC(2026, 10, 20, 10, minute)),
    ),
  );
const superseded = async () => {
  const found = await withViewer(supplier.keyViewer, (tx) =>
    findSuperseded(tx, supplier.keyViewer, account.id),
  );
  return Object.fromEntries([...found].map(([field, values]) => [field, [...values.keys()].sort()]));
};

describe("the values that the console replaced", () => {
  it("count as superseded, until a later correction brings them back or the correction is undone", async () => {
    await correct(null, "a@client.example", 0);
    await correct("a@client.example", null, 1);
    expect(await superseded()).toEqual({ email: ["a@client.example"] });

    await correct(null, "b@client.example", 1);
    expect((await superseded()).email).toEqual(["a@client.example", null]);
    await asOwner((sql) => sql`delete from account_corrections where old_value is null or new_value is null`);
    await correct("a@client.example", "b@client.example", 1);
    expect(await superseded()).toEqual({ email: ["a@client.example"] });

    await correct("b@client.example", "c@client.example", 2);
    await correct("digest", "link", 2, "preference");
    expect(await superseded()).toEqual({
      email: ["a@client.example", "b@client.example"],
      preference: ["digest"],
    });

    const back = (await correct("c@client.example", "a@client.example", 3)) ?? "";
    expect((await superseded()).email).toEqual(["b@client.example", "c@client.example"]);

    await withViewer(adviser, (tx) =>
      tx
        .update(accountCorrections)
        .set({ undoneAt: new Date(Date.UTC(2026, 10, 20, 11)) })
        .where(eq(accountCorrections.id, back)),
    );
    expect((await superseded()).email).toEqual(["a@client.example", "b@client.example"]);
  });

  it("are not recorded when nothing changes", async () => {
    expect(await correct("paper", "paper", 9, "channel")).toBeNull();
  });

  it("are written by staff only in their own name", async () => {
    const other = (await makeStaff("adviser", supplier)).viewer as StaffUser;
    const correction = { accountId: account.id, field: "locale", oldValue: "fr", newValue: "en" } as const;
    await expect(
      withViewer(other, (tx) => recordCorrection(tx, adviser, correction, new Date())),
    ).rejects.toThrow("42501");
    await expect(
      withViewer(supplier.keyViewer, (tx) => recordCorrection(tx, adviser, correction, new Date())),
    ).rejects.toThrow("42501");
  });
});
