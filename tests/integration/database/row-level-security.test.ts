import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sqlClient } from "@/db/client";
import { QueryFailed } from "@/lib/access/query-failure";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { asOwner } from "@/tests/support/world";
import { makeReachWorld, type ReachWorld, type SupplierPlace, viewersOf } from "./reach-world";

let world: ReachWorld;
let firstSupplier: SupplierPlace;
let secondSupplier: SupplierPlace;

beforeAll(async () => {
  world = await makeReachWorld();
  [firstSupplier, secondSupplier] = world.suppliers;
});

const viewer = (kind: Viewer["kind"], place = firstSupplier): Viewer => {
  const found = viewersOf(world, place).find((one) => one.kind === kind);
  if (!found) throw new Error(`No ${kind}.`);
  return found;
};

/** PostgreSQL's error code, or "" for success. Everything is rolled back. */
async function codeOf(who: Viewer, statement: string): Promise<string> {
  try {
    await withViewer(who, async (tx) => {
      await tx.execute(sql.raw(statement));
      throw new Error("undo");
    });
  } catch (error) {
    return error instanceof QueryFailed ? error.code : "";
  }
  return "";
}

const REFUSED = "42501";

describe("the tables of the portal", () => {
  it("all have row-level security, forced for their owner too, and at least one policy", async () => {
    expect(await unprotected()).toEqual([]);
  });

  it("are reported when a migration adds one without row-level security", async () => {
    await asOwner((owner) => owner`create table forgotten (id int)`);
    try {
      expect(await unprotected()).toEqual(["forgotten"]);
    } finally {
      await asOwner((owner) => owner`drop table forgotten`);
    }
  });

  async function unprotected(): Promise<string[]> {
    const rows = await asOwner(
      (owner) => owner`
        select relname from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
          and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`,
    );
    return rows.map((row) => String(row.relname));
  }

  it("grant nothing to PUBLIC", async () => {
    const open = await asOwner(
      (owner) => owner`
        select table_name from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema = 'public'
        union all
        select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
          and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(open.map((row) => row.table_name)).toEqual([]);
  });
});

describe("the portal's login", () => {
  it("is not a superuser, cannot bypass row-level security, owns nothing and cannot become such a role", async () => {
    const [role] = await sqlClient()`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        pg_has_role(r.oid, (select relowner from pg_class where oid = 'invoices'::regclass), 'member') as as_owner,
        pg_has_role(r.oid, 'efacture_auth', 'member') as as_auth,
        has_schema_privilege('public', 'create') as creates
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      tables: 0,
      as_owner: false,
      as_auth: false,
      creates: false,
    });
  });

  it.each([
    ["read a password's hash", "select password_hash from users"],
    ["read whole rows of users", "select * from users"],
    ["return a hash from a change", "update users set name = '' returning password_hash"],
    ["remove a ledger entry", "delete from ledger_entries"],
    ["change a ledger entry", "update ledger_entries set number = ''"],
    ["remove the head of a ledger", "delete from ledger_heads"],
    ["change the journal", "update audit_events set action = ''"],
    ["move a user to another account", "update users set account_id = null"],
    ["move a user to another supplier", "update users set supplier_id = null"],
    ["give an identifier to somebody else", "update users set identifier = 'x'"],
    ["change the id of a user", "update users set id = gen_random_uuid()"],
    ["remove a user", "delete from users"],
    ["remove an account", "delete from accounts"],
    ["empty a table", "truncate invoices"],
    ["look at the throttle counters", "select from throttle_counters"],
    ["look at the answers of forms", "select from form_answers"],
    ["look at the words that find accounts", "select from account_search_words"],
    ["look at the secrets of second factors", "select from second_factors"],
    ["change a second factor", "update second_factors set used_steps = '{}'"],
    ["remove a second factor", "delete from second_factors"],
    ["look at recovery codes", "select from recovery_codes"],
    [
      "say in a session that the second factor was given",
      "update sessions set factor_user_ids = array[user_id]",
    ],
    ["switch a policy off", "alter table invoices disable row level security"],
    ["switch triggers and foreign keys off", "set session_replication_role = replica"],
    ["replace a function by another one", "create function public.viewer_kind() returns text return 'job'"],
  ])("cannot %s, for any viewer", async (_what, statement) => {
    for (const who of viewersOf(world, firstSupplier))
      expect(await codeOf(who, statement), who.kind).toBe(REFUSED);
  });

  it("reads rows of the suppliers and of the installation only, before there is a viewer", async () => {
    const tables = [...new Set(world.rows.map(({ table }) => table))].filter(
      (table) =>
        ![
          "suppliers",
          "installation",
          "alert_calls",
          "refusal_notices",
          "ledger_checks",
          "throttle_counters",
          "form_answers",
          "account_search_words",
          "mail_batches",
          "mail_events",
          "second_factors",
          "recovery_codes",
        ].includes(table),
    );
    for (const table of tables) {
      const [row] = await sqlClient().unsafe(`select count(*)::int as n from ${table}`);
      expect(row?.n, table).toBe(0);
    }
  });
});

describe("a viewer's transaction", () => {
  it("cannot move rows to another supplier", async () => {
    const movable = ["companies", "accounts", "deposits", "invoices", "ledger_heads", "tokens"];
    for (const kind of ["adviser", "manager", "supplier_key"] as const)
      for (const table of [...movable, "supplier_keys", "customer_tokens", "notifications", "mails"])
        expect(
          await codeOf(viewer(kind), `update ${table} set supplier_id = '${secondSupplier.id}'`),
          `${kind} ${table}`,
        ).toBe(REFUSED);
  });

  it("cannot assign its own rows to somebody else", async () => {
    const [colleagues] = firstSupplier.accounts;
    const other = secondSupplier.accounts[0];
    for (const kind of ["administrator", "member"] as const) {
      const me = viewer(kind);
      const somebody = kind === "administrator" ? colleagues.people.member : colleagues.people.administrator;
      expect(await codeOf(me, `update sessions set user_id = '${somebody}'`)).toBe(REFUSED);
      expect(await codeOf(me, `update customer_tokens set user_id = '${somebody}'`)).toBe(REFUSED);
    }
    const reader = viewer("administrator");
    expect(await codeOf(reader, `update invoice_readings set account_id = '${other.id}'`)).toBe(REFUSED);
  });

  it("cannot write the journal in the name of another user, account or supplier", async () => {
    const [account] = firstSupplier.accounts;
    const event = (actor: string, accountId: string | null, supplierId: string | null) => `
      insert into audit_events (id, at, actor_kind, actor_id, action, account_id, supplier_id)
      values (gen_random_uuid(), now(), 'member', '${actor}', 'x', ${accountId && `'${accountId}'`},
        ${supplierId && `'${supplierId}'`})`;
    const { administrator, member } = account.people;
    const me = viewer("member");
    expect(await codeOf(me, event(member, account.id, firstSupplier.id))).toBe("");
    expect(await codeOf(me, event(administrator, account.id, firstSupplier.id))).toBe(REFUSED);
    expect(await codeOf(me, event(member, secondSupplier.accounts[0].id, null))).toBe(REFUSED);
    expect(await codeOf(me, event(member, account.id, secondSupplier.id))).toBe(REFUSED);
  });

  it("leaves no settings on its connection for the next transaction", async () => {
    const both = [viewer("administrator"), viewer("administrator", secondSupplier)];
    const seen = await Promise.all(
      Array.from({ length: 150 }, async (_, index) => {
        const who = index % 5 === 4 ? viewer("anonymous") : (both[index % 2] ?? viewer("anonymous"));
        const rows = await withViewer(who, (tx) =>
          tx.execute<{ account_id: string }>(sql`select account_id from invoices`),
        );
        return [who, rows.map((row) => row.account_id)] as const;
      }),
    );
    for (const [who, accounts] of seen) expect(accounts).toEqual("accountId" in who ? [who.accountId] : []);
    const [rest] = await sqlClient()`select coalesce(current_setting('app.viewer', true), '') as viewer`;
    expect(rest?.viewer).toBe("");
  });

  it("treats ids as values, never as settings or SQL", async () => {
    const odd: Viewer = { kind: "administrator", userId: "', true) --", accountId: "x", supplierId: "" };
    await expect(withViewer(odd, (tx) => tx.execute(sql`select from invoices`))).rejects.toThrow();
    const link: Viewer = { kind: "link", linkId: "", accountId: "", invoiceIds: [] };
    expect(await withViewer(link, (tx) => tx.execute(sql`select from invoices`))).toHaveLength(0);
  });
});
