import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { QueryFailed } from "@/lib/access/query-failure";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

/* What PostgreSQL allows with the staff of a supplier, tried as somebody who runs SQL in the viewer's name. */
let supplier: TestSupplier;
let other: TestSupplier;
let manager: Viewer;
let adviser: Viewer;
let operator: Viewer;
let adviserId: string;
const REFUSED = "42501";
const EMAIL = "ines@loueur.example";

const idOf = (viewer: Viewer) => ("userId" in viewer ? viewer.userId : "");

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  other = await makeSupplier();
  manager = (await makeStaff("manager", supplier)).viewer;
  adviser = (await makeStaff("adviser", supplier)).viewer;
  operator = (await makeStaff("operator", null)).viewer;
  adviserId = idOf(adviser);
  await asOwner((owner) => owner`update users set email = ${EMAIL} where id = ${adviserId}`);
});

/** PostgreSQL's error code, or "" for success; the number of changed rows is in brackets when it is zero. */
async function codeOf(viewer: Viewer, statement: SQL): Promise<string> {
  try {
    await withViewer(viewer, async (tx) => {
      const rows = await tx.execute(statement);
      throw new Error(rows.length === 0 ? "nothing" : "undo");
    });
  } catch (error) {
    if (error instanceof QueryFailed) return error.code;
    return error instanceof Error && error.message === "nothing" ? "nothing" : "";
  }
  return "";
}

// Without a password: returning needs the right to read.
const add = (columns: { supplier?: string | null; role?: string; password?: string | null } = {}) => sql`
  insert into users (id, identifier, role, supplier_id, password_hash, created_at)
  values (${randomUUID()}, ${`nouveau-${randomUUID()}`}, ${columns.role ?? "adviser"},
    ${columns.supplier === undefined ? supplier.id : columns.supplier}, ${columns.password ?? null}, now())
  returning id`;
const set = (assignment: SQL, id = adviserId) =>
  sql`update users set ${assignment} where id = ${id} returning id`;
const invitation = (user: string, email = EMAIL, supplierId: string | null = supplier.id) => sql`
  select issue_access_link(${randomUUID()}, 'invitation', ${supplierId}, ${user}, null, ${email},
    sha256(gen_random_uuid()::text::bytea), now())`;
const mail = (kind: string, recipient = EMAIL) => sql`
  insert into mails (id, supplier_id, user_id, kind, subject_id, recipient, locale, props, state, next_try_at, created_at)
  values (${randomUUID()}, ${supplier.id}, ${adviserId}, ${kind}, ${randomUUID()}, ${recipient}, 'fr', '{}', 'queued',
    now(), now())
  returning 1`;

describe("a member of staff", () => {
  it("is added by a manager of the same supplier, without a password, and by no other viewer but a job", async () => {
    expect(await codeOf(manager, add())).toBe("");
    expect(await codeOf(manager, add({ role: "manager" }))).toBe("");
    expect(await codeOf(manager, add({ password: "hash" }))).toBe(REFUSED);
    expect(await codeOf(manager, add({ supplier: other.id }))).toBe(REFUSED);
    expect(await codeOf(manager, add({ supplier: null, role: "operator" }))).toBe(REFUSED);
    const { administrator } = await makeAccount(supplier);
    for (const viewer of [adviser, operator, supplier.keyViewer, administrator])
      expect(await codeOf(viewer, add()), viewer.kind).toBe(REFUSED);
    expect(await codeOf({ kind: "job" }, add({ supplier: null, role: "operator" }))).toBe("");
  });

  it("changes in role, state and stamp only, by a manager of the same supplier", async () => {
    expect(await codeOf(manager, set(sql`role = 'manager', stamp = stamp + 1`))).toBe("");
    expect(await codeOf(manager, set(sql`status = 'disabled'`))).toBe("");
    for (const column of [
      sql`email = 'x@evil.example'`,
      sql`password_hash = 'x'`,
      sql`name = 'x'`,
      sql`stamp = 0`,
    ])
      expect(await codeOf(manager, set(column))).toBe(REFUSED);
    expect(await codeOf(manager, set(sql`role = 'operator'`))).toBe("23514");
    const foreign = (await makeStaff("manager", other)).viewer;
    for (const viewer of [adviser, operator, foreign])
      if (idOf(viewer) !== adviserId)
        expect(await codeOf(viewer, set(sql`status = 'disabled'`)), viewer.kind).toBe("nothing");
    expect(await codeOf(adviser, set(sql`status = 'disabled'`, idOf(manager)))).toBe("nothing");
    expect(await codeOf(adviser, set(sql`role = 'manager'`))).toBe(REFUSED);
  });

  it("is invited again until a password was chosen", async () => {
    const renew = set(sql`default_password_expires_at = now()`);
    expect(await codeOf(manager, renew)).toBe("");
    expect(await codeOf(manager, invitation(adviserId))).toBe("");
    await asOwner((owner) => owner`update users set password_changed_at = now() where id = ${adviserId}`);
    expect(await codeOf(manager, renew)).toBe(REFUSED);
    expect(await codeOf(manager, invitation(adviserId))).toBe(REFUSED);
  });

  it("gets a link and an invitation from a manager of the same supplier only, at the recorded address", async () => {
    const foreign = (await makeStaff("manager", other)).viewer;
    const posing: Viewer = { kind: "manager", userId: adviserId, supplierId: supplier.id };
    for (const viewer of [adviser, operator, supplier.keyViewer, foreign, posing])
      expect(await codeOf(viewer, invitation(adviserId)), viewer.kind).toBe(REFUSED);
    expect(await codeOf(manager, invitation(adviserId, "x@evil.example"))).toBe(REFUSED);
    expect(await codeOf(manager, invitation(idOf(operator), EMAIL, null))).toBe(REFUSED);
    expect(await codeOf(manager, mail("invitation"))).toBe("");
    expect(await codeOf(manager, mail("invitation", "x@evil.example"))).toBe(REFUSED);
    expect(await codeOf(manager, mail("recovery"))).toBe(REFUSED);
    expect(await codeOf(adviser, mail("invitation"))).toBe(REFUSED);
    await asOwner((owner) => owner`update users set status = 'disabled' where id = ${adviserId}`);
    expect(await codeOf(manager, invitation(adviserId))).toBe(REFUSED);
  });
});

it("a supplier keeps an active manager, whoever removes the last one", async () => {
  const remove = (viewer: Viewer, assignment: SQL) =>
    withViewer(viewer, (tx) => tx.execute(set(assignment, idOf(manager))));
  for (const assignment of [sql`status = 'disabled'`, sql`role = 'adviser'`])
    await expect(remove({ kind: "job" }, assignment)).rejects.toMatchObject({ code: "23514" });
  const second = (await makeStaff("manager", supplier)).viewer;
  await remove(second, sql`role = 'adviser'`);
  await expect(
    withViewer({ kind: "job" }, (tx) => tx.execute(set(sql`status = 'disabled'`, idOf(second)))),
  ).rejects.toMatchObject({ code: "23514" });
});
