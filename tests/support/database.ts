import postgres from "postgres";
import { markEmbedded } from "@/db/embedded/grant-logins";
import { inDatabase, type TestCluster } from "./test-cluster";

export interface TestDatabase {
  name: string;
  /** The address for the role that owns the tables and sees every row. */
  ownerUrl: string;
  /** The addresses for the portal's two logins, under row-level security. */
  appUrl: string;
  jobsUrl: string;
  /** Runs SQL as the owner on a kept connection that nothing else uses at the same time; leave its settings unchanged. */
  asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T>;
  /** Deletes all rows that a test has written; open connections stay. */
  reset(): Promise<void>;
  drop(): Promise<void>;
}

declare global {
  // Set before each integration test file by integration-setup.ts.
  var testDatabase: TestDatabase | undefined;
}

/** The database of the current test file; `process.env` already names it. */
export function testDatabase(): TestDatabase {
  if (!globalThis.testDatabase) throw new Error("Only integration tests have a database.");
  return globalThis.testDatabase;
}

type Server = Pick<TestCluster, "template" | "ownerUrl" | "appUrl" | "jobsUrl">;

/** A new database with the complete schema and no rows; replaces one with the same name. */
export async function createTestDatabase(server: Server, name: string): Promise<TestDatabase> {
  await onServer(server, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    // Copying the files takes a tenth of the time of the default, which writes all pages to the log.
    await sql`create database ${sql(name)} template ${sql(server.template)} strategy file_copy`;
    // PostgreSQL does not copy the settings and rights of the template.
    await markEmbedded(sql, name);
  });
  const ownerUrl = inDatabase(server.ownerUrl, name);
  const owners: postgres.Sql[] = [];
  const asOwner: TestDatabase["asOwner"] = async (work) => {
    // Connecting costs more than nearly everything else in a test.
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
    jobsUrl: inDatabase(server.jobsUrl, name),
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
 * Tests leave a few rows in some tables. Deleting them takes a tenth of the time of TRUNCATE, which makes new files for
 * every referring table. Triggers, also those of foreign keys, are switched off, because some forbid the portal to remove
 * a ledger entry.
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
