import { sqlClient } from "@/db/client";

const EVERY_MS = 3_600_000;

let sweptAt = 0;

/**
 * Removes counters of attempts that began more than two days ago and count no longer: whoever types identifiers at
 * random leaves one for each. Once an hour a process. Returns how many went.
 */
export async function sweepAttempts(at: Date): Promise<number> {
  if (Math.abs(at.getTime() - sweptAt) < EVERY_MS) return 0;
  sweptAt = at.getTime();
  const [row] = await sqlClient()<{ gone: string }[]>`select auth_sweep_attempts(${at}) as gone`;
  return Number(row?.gone ?? 0);
}
