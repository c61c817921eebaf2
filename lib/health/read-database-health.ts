import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

const LARGEST_TABLES = 8;

export interface DatabaseHealth {
  version: string;
  bytes: number;
  /** Indexes included. */
  largestTables: { name: string; bytes: number }[];
}

/** Returns the version of PostgreSQL and the sizes of the database and of its largest tables. */
export async function readDatabaseHealth(tx: Transaction): Promise<DatabaseHealth> {
  const [[server], largestTables] = await Promise.all([
    tx.execute<{ version: string; bytes: number }>(sql`
      select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`),
    tx.execute<{ name: string; bytes: number }>(sql`
      select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
      order by bytes desc, name limit ${LARGEST_TABLES}`),
  ]);
  if (!server) throw new Error("PostgreSQL did not tell its version.");
  return { version: server.version, bytes: server.bytes, largestTables: [...largestTables] };
}
