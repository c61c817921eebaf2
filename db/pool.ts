import type postgres from "postgres";
import type { Sql } from "./client";

/** The functions that reject the waits for a connection, when their pool is abandoned. */
const waiting = new WeakMap<Sql, Set<(error: Error) => void>>();

/** Reserves a connection of the pool; rejects immediately when the pool is abandoned meanwhile. */
export async function reserveFrom(pool: Sql): Promise<postgres.ReservedSql> {
  const waiters = waiting.get(pool) ?? new Set();
  waiting.set(pool, waiters);
  const reserving = pool.reserve();
  let abandon: (error: Error) => void = () => {};
  const abandoned = new Promise<never>((_, reject) => waiters.add((abandon = reject)));
  try {
    return await Promise.race([reserving, abandoned]);
  } catch (error) {
    reserving.then(
      (late) => late.release(),
      () => {},
    );
    throw error;
  } finally {
    waiters.delete(abandon);
  }
}

/**
 * Makes the next query open a new pool: in postgres.js 3.4.9 a connection closed with unsent data can never write
 * again, and nothing outside the driver shows which connections these are. Transactions running on the old pool
 * continue.
 */
export function abandonPool(old: Sql): void {
  const pools = globalThis.efacturePools ?? {};
  const login = (["web", "jobs"] as const).find((name) => pools[name] === old);
  if (!login) return;
  delete pools[login];
  const error = Object.assign(new Error("The database closed a connection."), { code: "CONNECTION_CLOSED" });
  for (const reject of waiting.get(old) ?? []) reject(error);
  old.end({ timeout: 20 }).catch(() => {});
}
