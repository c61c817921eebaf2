import { sqlClient } from "@/db/client";

const EVERY_MS = 3_600_000;

let sweptAt = 0;

/**
 * Deletes counters of attempts that began more than two days ago and block nobody any more. Each identifier that is
 * tried leaves one. Runs at most once an hour in each process. Returns the number deleted.
 */
export async function sweepAttempts(at: Date): Promise<number> {
  if (Math.abs(at.getTime() - sweptAt) < EVERY_MS) return 0;
  sweptAt = at.getTime();
  const [row] = await sqlClient("jobs")<{ gone: string }[]>`select auth_sweep_attempts(${at}) as gone`;
  return Number(row?.gone ?? 0);
}
