import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { applySqlFiles, run } from "./apply-sql-files";
import { connectionTo } from "./client";
import { sqlFiles } from "./sql-files";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
/** An arbitrary lock number: two deployments that migrate at the same time take turns. */
const LOCK = 4_116_931;
/*
 * The time a statement waits for a table used by the running portal, and the number of tries of the whole. The time is
 * less than PostgreSQL's deadlock_timeout of one second: in a deadlock this transaction fails, never a user's request.
 */
const LOCK_TIMEOUT_MS = 500;
const TRIES = 120;

/**
 * Migrates the database of `ownerUrl` to the newest schema, in one transaction: the missing numbered migrations, then
 * all of db/functions and db/policies. Does nothing when no numbered migration is missing, so that an older version
 * started beside a newer one undoes nothing. Safe to run again and in parallel. Only tests use a `folder` other than
 * db/migrations.
 */
export async function migrate(ownerUrl: string, folder: string = MIGRATIONS): Promise<void> {
  const client = postgres(...connectionTo(ownerUrl, { max: 1, onnotice: () => {} }));
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    for (let left = TRIES; ; left -= 1) {
      try {
        return await client.begin((tx) => applyMissing(tx, folder));
      } catch (error) {
        if (left === 0 || !isLockTimeout(error)) throw error;
        await setTimeout(LOCK_TIMEOUT_MS);
      }
    }
  } finally {
    await client.end();
  }
}

async function applyMissing(tx: postgres.TransactionSql, folder: string): Promise<void> {
  await tx.unsafe(`
    set local lock_timeout = ${LOCK_TIMEOUT_MS};
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint
    )`);
  const [last] = await tx<{ at: number | null }[]>`
    select max(created_at)::float8 as at from drizzle.__drizzle_migrations`;
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const applied = last?.at ?? null;
  refuseOlderThanBaseline(applied, migrations[0]?.folderMillis ?? 0);
  const missing = migrations.filter(({ folderMillis }) => applied === null || folderMillis > applied);
  if (missing.length === 0) return;

  const { beforeTables, afterTables } = sqlFiles();
  for (const file of beforeTables) await run(tx, file);
  for (const { sql, hash, folderMillis } of missing) {
    for (const statement of sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
  await applySqlFiles(tx, afterTables);
}

/** Throws for a database older than the baseline, the first numbered migration: there is no path from it. */
function refuseOlderThanBaseline(applied: number | null, baseline: number): void {
  if (applied !== null && applied < baseline)
    throw new Error(
      "This database is older than the first migration of this version, and cannot be migrated.\n" +
        "Start with an empty one: of the embedded database, remove the data folder (DATA_DIR, .data).",
    );
}

function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof postgres.PostgresError && cause.code === "55P03";
}
