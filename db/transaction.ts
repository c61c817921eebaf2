import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type Login, sqlClient } from "./client";
import { ConnectionWatch } from "./connection-watch";
import { abandonPool, reserveFrom } from "./pool";

/** A transaction in which queries run. */
export type Transaction = PostgresJsDatabase<Record<string, never>>;

/**
 * Runs `work` in one transaction of this login. The settings (`set_config`, local to the transaction) are valid from
 * the first query on. BEGIN and the settings are sent with the first query, and COMMIT is the second round trip;
 * statements are prepared once per connection.
 */
export async function transaction<T>(
  login: Login,
  settings: Record<string, string>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const pool = sqlClient(login);
  const connection = await reserveFrom(pool);
  const watch = new ConnectionWatch();
  try {
    const names = Object.keys(settings);
    const opening = Promise.all([
      connection.unsafe("begin", [], watch.withCloseHook({ prepare: true })),
      connection.unsafe(
        `select ${names.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(", ")}`,
        Object.values(settings),
        { prepare: true },
      ),
    ]);
    // If opening fails, the queries of `work` fail too; the error of opening is the one to throw.
    opening.catch(() => {});
    try {
      const result = await watch.orClosed(work(queriesOn(connection, watch)));
      await watch.orClosed(opening);
      await watch.orClosed(connection.unsafe("commit", [], { prepare: true }));
      return result;
    } catch (error) {
      if (!watch.isClosed(error)) await watch.orClosed(connection.unsafe("rollback")).catch(() => {});
      await watch.orClosed(opening);
      throw error;
    }
  } finally {
    if (watch.isClosed()) abandonPool(pool);
    else connection.release();
  }
}

/** Shared by all transactions, because it caches the names of columns. */
const dialect = new PgDialect({ casing: "snake_case" });

/** Does the work of `drizzle()`, which would make a dialect for each transaction and change the driver's types. */
function queriesOn(connection: postgres.ReservedSql, watch: ConnectionWatch): Transaction {
  const prepared = {
    unsafe: (query: string, parameters: never[], options: object) =>
      watch.isClosed() ? watch.refuse() : connection.unsafe(query, parameters, { ...options, prepare: true }),
  };
  const session = new PostgresJsSession<postgres.Sql, Record<string, never>, Record<string, never>>(
    prepared as unknown as postgres.Sql,
    dialect,
    undefined,
  );
  return new PostgresJsDatabase(dialect, session, undefined);
}
