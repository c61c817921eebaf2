import { randomUUID } from "node:crypto";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { beforeEach, expect, it } from "vitest";
import { connectionTo } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const at = journal.entries.findIndex(({ tag }) => tag === "0039_takings-of-invoices");
const STATEMENTS = readMigrationFiles({ migrationsFolder: "db/migrations" })[at]?.sql ?? [];

let supplier: TestSupplier;
let account: TestAccount;
let invoices: string[];

/** Two invoices that a version before takings recorded: one downloaded, the other received as an attachment. */
beforeEach(async () => {
  await testDatabase().reset();
  await makeAccount(await makeSupplier());
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  invoices = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02"]);
  const [downloaded = "", attached = ""] = invoices;
  const mailId = randomUUID();
  await asOwner(async (sql) => {
    await sql`
      insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, downloaded_at)
      values (${downloaded}, ${supplier.id}, ${account.id}, ${account.member.userId}, '2026-11-03T10:00:00Z')`;
    await sql`
      insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at, created_at)
      values (${mailId}, ${supplier.id}, ${account.id}, 'notification_attachment', ${attached}, 'a@essai.example', 'fr',
        ${sql.json({ original: { isAttached: true } })}, 'sent', now(), now())`;
    await sql`
      insert into deliveries (mail_id, supplier_id, account_id, state, updated_at)
      values (${mailId}, ${supplier.id}, ${account.id}, 'delivered', '2026-11-04T10:00:00Z')`;
    await sql`delete from invoice_takings`;
  });
});

/** Runs `work` as the login that migrates does, and takes everything back. */
async function asMigration(work: (tx: postgres.TransactionSql) => Promise<void>): Promise<void> {
  const client = postgres(...connectionTo(testDatabase().ownerUrl, { max: 1, onnotice: () => {} }));
  const takeBack = new Error("take back");
  try {
    await client.begin(async (tx) => {
      await work(tx);
      throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack) throw error;
  } finally {
    await client.end();
  }
}

const OWNED = ["suppliers", "accounts", "users", "invoices", "invoice_readings", "mails", "deliveries"];

const copied = (tx: postgres.TransactionSql) =>
  tx`select invoice_id, user_id, way, taken_at from invoice_takings order by way desc`.then((rows) =>
    rows.map((row) => ({ ...row })),
  );

it("the migration of takings copies what was taken before without locking what the portal writes", async () => {
  await asMigration(async (tx) => {
    for (const statement of STATEMENTS.slice(0, firstLock()))
      if (isCopy(statement)) await tx.unsafe(statement);
    expect(await copied(tx)).toHaveLength(2);
    const locks = await tx`
      select relation::regclass::text as relation, mode from pg_locks
      where pid = pg_backend_pid() and locktype = 'relation' and mode not in ('AccessShareLock', 'RowShareLock')
        and relation in ('invoices'::regclass, 'invoice_readings'::regclass, 'mails'::regclass, 'deliveries'::regclass,
          'users'::regclass)`;
    expect(locks.map((row) => ({ ...row }))).toEqual([]);
  });
});

it("the migration of takings runs in a database with rows, for an owner that is subject to the policies", async () => {
  await asMigration(async (tx) => {
    await tx`drop table invoice_takings, settled_numbers cascade`;
    await tx.unsafe(`
      create role plain_owner nologin;
      grant create, usage on schema public to plain_owner;
      ${OWNED.map((table) => `alter table ${table} owner to plain_owner;`).join("\n")}
      set local role plain_owner`);
    expect(await tx`select from invoices`).toHaveLength(0);
    for (const statement of STATEMENTS) await tx.unsafe(statement);
    const [downloaded, attached] = invoices;
    expect(await copied(tx)).toEqual([
      {
        ...{ invoice_id: downloaded, user_id: account.member.userId, way: "session" },
        taken_at: new Date("2026-11-03T10:00:00Z"),
      },
      {
        ...{ invoice_id: attached, user_id: null, way: "attachment" },
        taken_at: new Date("2026-11-04T10:00:00Z"),
      },
    ]);
  });
});

const isCopy = (statement: string) => statement.includes("INSERT INTO invoice_takings");
/** The first statement that locks a table which the portal writes. */
const firstLock = () => STATEMENTS.findIndex((statement) => /ALTER TABLE|LOCK TABLE/.test(statement));
