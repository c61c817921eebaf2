import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { sqlClient } from "./client";

/** A transaction to write queries in. */
export type Transaction = PostgresJsDatabase<Record<string, never>>;

/**
 * Runs `work` in one transaction whose settings (`set_config`, local to it) are in force from the first query on.
 * BEGIN and the settings travel with the first query and COMMIT makes the second round trip; statements are prepared
 * once per connection.
 */
export async function transaction<T>(
  settings: Record<string, string>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await sqlClient().reserve();
  try {
    const names = Object.keys(settings);
    const opening = Promise.all([
      connection.unsafe("begin", [], { prepare: true }),
      connection.unsafe(
        `select ${names.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(", ")}`,
        Object.values(settings),
        { prepare: true },
      ),
    ]);
    try {
      // When opening fails the work's queries fail after it; the first cause is the one to tell.
      opening.catch(() => {});
      const result = await work(queriesOn(connection));
      await opening;
      await connection.unsafe("commit", [], { prepare: true });
      return result;
    } catch (error) {
      await connection.unsafe("rollback").catch(() => {});
      await opening;
      throw error;
    }
  } finally {
    connection.release();
  }
}

function queriesOn(connection: postgres.ReservedSql): Transaction {
  const { options } = sqlClient();
  const prepared = {
    // A copy: Drizzle writes its own parsers into what it is given.
    options: { ...options, parsers: { ...options.parsers }, serializers: { ...options.serializers } },
    unsafe: (query: string, parameters: never[], options: object) =>
      connection.unsafe(query, parameters, { ...options, prepare: true }),
  };
  return drizzle({ client: prepared as unknown as postgres.Sql, casing: "snake_case" });
}
