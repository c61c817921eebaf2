import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { setProvenAddress } from "@/tests/integration/persons/person-world";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const ADDRESS = "camille@essai.example";
const NOW = "2026-11-20T10:00:00Z";
const JOB: Viewer = { kind: "job" };
let supplier: TestSupplier;
let account: TestAccount;
let userId: string;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  userId = account.member.userId;
  await setProvenAddress(account.identifiers.member, ADDRESS);
  await asOwner((owner) => owner`update users set person_id = ${randomUUID()} where id = ${userId}`);
});

const change = (viewer: Viewer, set: Record<string, string | number>) =>
  withViewer(viewer, (tx) =>
    tx.execute(
      sql`update users set ${sql.join(
        Object.entries(set).map(([column, value]) => sql`${sql.identifier(column)} = ${value}`),
        sql`, `,
      )} where id = ${userId}`,
    ),
  );

async function proofs() {
  const [row] = await asOwner(
    (owner) => owner`select email_verified_at is not null as address, person_id is not null as person
      from users where id = ${userId}`,
  );
  return { ...row };
}

const BOTH = { address: true, person: true };
const ADDRESS_ONLY = { address: true, person: false };
const NEITHER = { address: false, person: false };

describe("the columns that prove a person", () => {
  it.each<[string, () => Viewer, Record<string, string | number>, object]>([
    ["a new address by themselves", () => account.member, { email: "autre@essai.example" }, NEITHER],
    [
      "a new address by an administrator",
      () => account.administrator,
      { email: "autre@essai.example" },
      NEITHER,
    ],
    [
      "a new address that a job marks as proven",
      () => JOB,
      { email: "a@b.example", email_verified_at: NOW },
      ADDRESS_ONLY,
    ],
    ["being disabled by an administrator", () => account.administrator, { status: "disabled" }, ADDRESS_ONLY],
    ["being disabled by the supplier", () => supplier.keyViewer, { status: "disabled" }, ADDRESS_ONLY],
    ["a password set by an administrator", () => account.administrator, { password_hash: "x" }, NEITHER],
    ["a password of their own", () => account.member, { password_hash: "x" }, ADDRESS_ONLY],
    ["a password chosen through a mailed link", () => JOB, { password_hash: "x" }, ADDRESS_ONLY],
    ["another name, language or stamp", () => account.member, { name: "C", locale: "en", stamp: 2 }, BOTH],
  ])("are kept or emptied after %s", async (_what, viewer, set, left) => {
    expect(await proofs()).toEqual(BOTH);
    await change(viewer(), set);
    expect(await proofs()).toEqual(left);
  });

  it.each<[string, () => Viewer]>([
    ["the user", () => account.member],
    ["an administrator", () => account.administrator],
  ])("are not written by %s, only removed", async (_who, viewer) => {
    for (const [column, value] of [
      ["email_verified_at", NOW],
      ["person_id", randomUUID()],
    ] as const)
      await expect(change(viewer(), { [column]: value })).rejects.toMatchObject({ code: "42501" });
    await withViewer(viewer(), (tx) =>
      tx.execute(sql`update users set person_id = null, email_verified_at = null where id = ${userId}`),
    );
    expect(await proofs()).toEqual(NEITHER);
  });

  it("are not set for a new colleague", async () => {
    for (const column of ["email_verified_at", "person_id"]) {
      const value = column === "person_id" ? sql`${randomUUID()}::uuid` : sql`${NOW}::timestamptz`;
      await expect(
        withViewer(account.administrator, (tx) =>
          tx.execute(sql`
            insert into users (id, identifier, role, account_id, created_at, ${sql.identifier(column)})
            values (${randomUUID()}, ${randomUUID()}, 'member', ${account.id}, ${NOW}, ${value})`),
        ),
      ).rejects.toMatchObject({ code: "42501" });
    }
  });
});
