import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { QueryFailed } from "@/lib/access/query-failure";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

/* What PostgreSQL allows operators with suppliers and mails, tried as somebody who runs SQL in the viewer's name. */
const REFUSED = "42501";
let supplier: TestSupplier;
let operator: Viewer;
let others: Viewer[];

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  operator = (await makeStaff("operator", null)).viewer;
  const manager = (await makeStaff("manager", await makeSupplier())).viewer;
  const { administrator } = await makeAccount(supplier);
  others = [
    ...[manager, administrator, supplier.keyViewer, { kind: "anonymous" } as const],
    // Names itself an operator, and is none.
    { kind: "operator", userId: administrator.userId },
  ];
});

/** PostgreSQL's error code, "" for success, or "nothing" when no row was changed or returned; all is undone. */
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

const create = (slug = "nouveau") => sql`
  select auth_create_supplier(${randomUUID()}, ${slug}, 'Nouveau', 'Nouveau', 'x@nouveau.example', 'x@nouveau.example',
    '#123456', now())`;
const suspend = () => sql`select auth_suspend_supplier(${supplier.id}, true, now())`;
const resumeMails = () => sql`select auth_resume_mails(${supplier.id}, now())`;
const settle = () => sql`select auth_settle_failed_mail(${randomUUID()}, 'drop', now())`;
const addStaff = (role = "manager", password: string | null = null) => sql`
  insert into users (id, identifier, role, supplier_id, password_hash, created_at)
  values (${randomUUID()}, ${`nouveau-${randomUUID()}`}, ${role}, ${supplier.id}, ${password}, now()) returning id`;

describe("suppliers", () => {
  it("are created, suspended and resumed by operators and background work, and by nobody else", async () => {
    for (const change of [create(), suspend(), resumeMails()]) {
      expect(await codeOf(operator, change)).toBe("");
      expect(await codeOf({ kind: "job" }, change)).toBe("");
      for (const viewer of others) expect(await codeOf(viewer, change), viewer.kind).toBe(REFUSED);
    }
    expect(await codeOf(operator, create("console"))).toBe("23514");
    expect(await codeOf(operator, create(supplier.slug))).toBe("23505");
  });

  it("are changed by an operator in no other way", async () => {
    for (const change of [
      sql`update suppliers set suspended_at = now() where id = ${supplier.id} returning 1`,
      sql`insert into suppliers (id, slug) values (${randomUUID()}, 'autre') returning 1`,
      sql`update supplier_sending set paused_at = null returning 1`,
    ])
      expect(await codeOf(operator, change)).toBe(REFUSED);
    expect(await codeOf(operator, sql`select from mails`)).toBe("nothing");
    expect(await codeOf(operator, sql`select from accounts`)).toBe("nothing");
  });

  it("are listed with their rates for operators and background work only", async () => {
    const lists = [
      sql`select * from auth_list_suppliers(now())`,
      sql`select * from auth_sending_rates(now(), 0, 0)`,
    ];
    for (const list of lists) {
      expect(await codeOf(operator, list)).toBe("");
      for (const viewer of others) expect(await codeOf(viewer, list), viewer.kind).toBe("nothing");
    }
  });
});

describe("the first manager", () => {
  const invitation = (user: string, email: string) => sql`
    select issue_access_link(${randomUUID()}, 'invitation', ${supplier.id}, ${user}, null, ${email},
      sha256(gen_random_uuid()::text::bytea), now())`;
  const addInvited = async (role: string) => {
    const id = randomUUID();
    await asOwner(
      (owner) => owner`
        insert into users (id, identifier, email, role, supplier_id, created_at)
        values (${id}, ${`${role}-${id}`}, ${`${role}@loueur.example`}, ${role}, ${supplier.id}, now())`,
    );
    return id;
  };

  it("is added and invited by an operator until a manager has chosen a password, without a password", async () => {
    expect(await codeOf(operator, addStaff())).toBe("");
    expect(await codeOf(operator, addStaff("manager", "hash"))).toBe(REFUSED);
    expect(await codeOf(operator, addStaff("adviser"))).toBe(REFUSED);
    const [manager, adviser] = [await addInvited("manager"), await addInvited("adviser")];
    expect(await codeOf(operator, invitation(manager, "manager@loueur.example"))).toBe("");
    expect(await codeOf(operator, invitation(manager, "x@evil.example"))).toBe(REFUSED);
    expect(await codeOf(operator, invitation(adviser, "adviser@loueur.example"))).toBe(REFUSED);
    const renew = sql`update users set default_password_expires_at = now() where id = ${manager} returning 1`;
    expect(await codeOf(operator, renew)).toBe("");
    for (const change of [
      sql`update users set role = 'adviser' where id = ${manager} returning 1`,
      sql`update users set status = 'disabled' where id = ${manager} returning 1`,
      sql`update users set email = 'x@evil.example' where id = ${manager} returning 1`,
      sql`update users set password_hash = 'x' where id = ${manager} returning 1`,
    ])
      expect(await codeOf(operator, change)).toBe(REFUSED);

    await makeStaff("manager", supplier);
    expect(await codeOf(operator, addStaff())).toBe(REFUSED);
    expect(await codeOf(operator, invitation(manager, "manager@loueur.example"))).toBe(REFUSED);
    expect(await codeOf(operator, renew)).toBe("nothing");
  });
});

it("a mail that failed is settled by operators only", async () => {
  expect(await codeOf(operator, settle())).toBe("");
  for (const viewer of [...others, { kind: "job" } as const])
    expect(await codeOf(viewer, settle()), viewer.kind).toBe(REFUSED);
});
