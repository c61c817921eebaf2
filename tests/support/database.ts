import postgres from "postgres";
import { inDatabase, type TestCluster } from "./test-cluster";

export interface TestDatabase {
  name: string;
  /** As the role that owns the tables and sees every row. */
  ownerUrl: string;
  /** As the portal's own login, under row-level security. */
  appUrl: string;
  /** Empties every table that a test has filled; open connections stay. */
  reset(): Promise<void>;
  drop(): Promise<void>;
}

declare global {
  // Set before each integration test file by integration-setup.ts.
  var testDatabase: TestDatabase | undefined;
}

/** The database of the test file that runs; `process.env` is already set to it. */
export function testDatabase(): TestDatabase {
  if (!globalThis.testDatabase) throw new Error("Only integration tests have a database.");
  return globalThis.testDatabase;
}

type Server = Pick<TestCluster, "template" | "ownerUrl" | "appUrl">;

/** A new database with the whole schema and nothing in it, in place of one of that name. */
export async function createTestDatabase(server: Server, name: string): Promise<TestDatabase> {
  await withOwner(server.ownerUrl, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)} template ${sql(server.template)}`;
  });
  const ownerUrl = inDatabase(server.ownerUrl, name);
  return {
    name,
    ownerUrl,
    appUrl: inDatabase(server.appUrl, name),
    reset: () => withOwner(ownerUrl, emptyTables),
    drop: () =>
      withOwner(
        server.ownerUrl,
        async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`),
      ),
  };
}

/**
 * Most tests fill a handful of tables, and truncating an empty one costs as much as a full one. Triggers stay
 * silent: those that forbid removing a ledger entry mean the portal.
 */
async function emptyTables(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare filled text[] := '{}'; t regclass; has_rows boolean;
    begin
      set local session_replication_role = replica;
      for t in select oid from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace loop
        execute format('select exists (select from %s)', t) into has_rows;
        if has_rows then filled := filled || t::text; end if;
      end loop;
      if filled <> '{}' then
        execute 'truncate ' || array_to_string(filled, ', ') || ' restart identity cascade';
      end if;
    end $$`);
}

async function withOwner(url: string, act: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
