import type postgres from "postgres";
import type { Sql } from "./client";

/** Rejects what waits for a connection of a pool that is given up. */
const waiting = new WeakMap<Sql, Set<(error: Error) => void>>();

/** A connection of the pool; refused at once when the pool is given up meanwhile. */
export async function reserveFrom(pool: Sql): Promise<postgres.ReservedSql> {
  const waiters = waiting.get(pool) ?? new Set();
  waiting.set(pool, waiters);
  const reserving = pool.reserve();
  let leave: (error: Error) => void = () => {};
  const left = new Promise<never>((_, reject) => waiters.add((leave = reject)));
  try {
    return await Promise.race([reserving, left]);
  } catch (error) {
    reserving.then(
      (late) => late.release(),
      () => {},
    );
    throw error;
  } finally {
    waiters.delete(leave);
  }
}

/**
 * Opens a new pool for what comes next: in postgres.js 3.4.9 a connection that closed with something left to write can
 * never write again, and nobody outside can tell which those are. Transactions that run on the old pool go on.
 */
export function abandonPool(old: Sql): void {
  if (globalThis.efactureSql !== old) return;
  globalThis.efactureSql = undefined;
  const error = Object.assign(new Error("The database closed a connection."), { code: "CONNECTION_CLOSED" });
  for (const reject of waiting.get(old) ?? []) reject(error);
  old.end({ timeout: 20 }).catch(() => {});
}
