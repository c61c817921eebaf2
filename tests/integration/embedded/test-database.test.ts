import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/tests/support/database";

const owner = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} });

beforeEach(() => testDatabase().reset());

afterAll(() => owner.end());

async function countCounters(): Promise<number> {
  const [row] = await owner<{ count: number }[]>`select count(*)::int as count from throttle_counters`;
  return row?.count ?? -1;
}

async function addCounter(): Promise<void> {
  await owner`
    insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
    values ('identifier', '\\x00', 1, '2026-01-01Z', '2026-01-01Z')`;
}

test("a reset deletes all rows of a test", async () => {
  await addCounter();
  expect(await countCounters()).toBe(1);
  await testDatabase().reset();
  expect(await countCounters()).toBe(0);
});

test("the portal's own login cannot bypass row-level security", async () => {
  const sql = postgres(testDatabase().appUrl, { max: 1 });
  const [role] = await sql`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role('efacture_app', 'member') as member
    from pg_roles where rolname = current_user`;
  await sql.end();
  expect(role).toEqual({
    rolname: "efacture_web",
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    member: true,
  });
});
