import postgres from "postgres";
import { inDatabase, type TestCluster } from "./test-cluster";

export interface TestDatabase {
  name: string;
  /** As the role that owns the tables and sees every row. */
  ownerUrl: string;
  /** As the portal's own login, under row-level security. */
  appUrl: string;
  /** Runs SQL as the owner, on a connection that nobody else uses meanwhile and that outlives the call: as it was opened. */
  asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T>;
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
  await onServer(server, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)} template ${sql(server.template)}`;
  });
  const ownerUrl = inDatabase(server.ownerUrl, name);
  const owners: postgres.Sql[] = [];
  const asOwner: TestDatabase["asOwner"] = async (work) => {
    // To connect costs more than nearly everything that tests ask for.
    const sql = owners.pop() ?? connect(ownerUrl);
    try {
      return await work(sql);
    } finally {
      owners.push(sql);
    }
  };
  return {
    name,
    ownerUrl,
    appUrl: inDatabase(server.appUrl, name),
    asOwner,
    reset: () => asOwner(emptyTables),
    drop: async () => {
      await Promise.all(owners.splice(0).map((sql) => sql.end({ timeout: 1 })));
      await onServer(
        server,
        async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`),
      );
    },
  };
}

/**
 * Tests leave a few rows in a handful of tables: to delete them costs a tenth of truncating, which makes new files of every
 * table that refers to one. Triggers stay silent, foreign keys among them: those that forbid removing a ledger entry mean
 * the portal.
 */
async function emptyTables(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare t regclass;
    begin
      set local session_replication_role = replica;
      for t in select oid from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace loop
        execute format('delete from %s', t);
      end loop;
    end $$`);
}

async function onServer(server: Server, act: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = connect(server.ownerUrl);
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
