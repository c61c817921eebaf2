import { sqlClient } from "@/db/client";
import { atMostEvery } from "@/lib/at-most-every";
import { HOUR_MS } from "@/lib/durations";

const isDue = atMostEvery(HOUR_MS);

/**
 * Deletes counters of attempts that began more than two days ago and block nobody any more; there is one for each
 * identifier that was tried. Runs at most once an hour in each process. Returns the number deleted.
 */
export async function sweepAttempts(at: Date): Promise<number> {
  if (!isDue(at)) return 0;
  const [row] = await sqlClient("jobs")<{ gone: string }[]>`select auth_sweep_attempts(${at}) as gone`;
  return Number(row?.gone ?? 0);
}
