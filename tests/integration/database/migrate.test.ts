import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import journal from "@/db/migrations/meta/_journal.json";
import { testDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { asOwner } from "@/tests/support/world";

const NEWEST_MIGRATION = Math.max(...journal.entries.map(({ when }) => when));
const folder = createTemporaryFolder("migrations");
afterAll(() => removeTemporaryFolder(folder));
// Restores the database of this version after each test.
afterEach(async () => {
  await setNewest(NEWEST_MIGRATION);
  await migrate(testDatabase().ownerUrl, withNext("-- nothing"));
  await setNewest(NEWEST_MIGRATION);
});

/** A copy of the numbered migrations with one more after them. */
function withNext(sql: string): string {
  cpSync("db/migrations", folder, { recursive: true });
  const idx = journal.entries.length;
  const next = { idx, version: "7", when: NEWEST_MIGRATION + 1, tag: "9999_next", breakpoints: true };
  writeFileSync(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: [...journal.entries, next] }),
  );
  writeFileSync(join(folder, "9999_next.sql"), sql);
  return folder;
}

const setNewest = (when: number) =>
  asOwner(async (sql) => {
    await sql`delete from drizzle.__drizzle_migrations`;
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('', ${when})`;
  });

const hasPolicy = (name: string) =>
  asOwner(async (sql) => (await sql`select from pg_policies where policyname = ${name}`).length > 0);

describe("migrate", () => {
  it("applies the missing migrations, and all functions and policies as they are now", async () => {
    await asOwner((sql) => sql`drop policy operator_reads on users`);
    await asOwner((sql) => sql`create policy former on users using (true)`);
    await migrate(testDatabase().ownerUrl, withNext("alter table users add column extra int"));
    expect(await hasPolicy("operator_reads")).toBe(true);
    expect(await hasPolicy("former")).toBe(false);
    await asOwner((sql) => sql`select extra from users`);
    await asOwner((sql) => sql`alter table users drop column extra`);
  });

  it("changes nothing when a statement fails", async () => {
    await asOwner((sql) => sql`create policy former on users using (true)`);
    const failing = "create table half (id int);\n--> statement-breakpoint\nselect 1 / 0";
    await expect(migrate(testDatabase().ownerUrl, withNext(failing))).rejects.toThrow("division by zero");
    expect(await hasPolicy("former")).toBe(true);
    const [row] = await asOwner((sql) => sql`select to_regclass('half') as half`);
    expect(row?.half).toBe(null);
  });

  it("does nothing in a database that has every migration, also after a newer version", async () => {
    for (const newest of [NEWEST_MIGRATION, NEWEST_MIGRATION + 1000]) {
      await setNewest(newest);
      await asOwner((sql) => sql`create policy newer on users using (true)`);
      await migrate(testDatabase().ownerUrl);
      expect(await hasPolicy("newer")).toBe(true);
      await asOwner((sql) => sql`drop policy newer on users`);
    }
  });

  it("refuses a database that is older than the first migration", async () => {
    await setNewest(1);
    await expect(migrate(testDatabase().ownerUrl)).rejects.toThrow("cannot be migrated");
  });

  it("waits until a running transaction has ended, and retries", async () => {
    const isWaiting = () =>
      asOwner(
        async (sql) =>
          (await sql`select from pg_locks where relation = 'users'::regclass and not granted`).length > 0,
      );
    let migrating: Promise<void> | undefined;
    await asOwner((sql) =>
      sql.begin(async (tx) => {
        await tx`lock table users in row exclusive mode`;
        migrating = migrate(testDatabase().ownerUrl, withNext("-- nothing"));
        await eventually("it waits for the table", isWaiting);
        await eventually("it gives way", async () => !(await isWaiting()));
      }),
    );
    await migrating;
    const [row] = await asOwner(
      (sql) => sql`select max(created_at)::float8 as at from drizzle.__drizzle_migrations`,
    );
    expect(row?.at).toBe(NEWEST_MIGRATION + 1);
  });
});
