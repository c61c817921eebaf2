import { MINUTE_MS } from "@/lib/durations";

/**
 * The jobs that a scheduler calls, and the longest time that may pass from one success to the next: after it the job is
 * late. The scheduler calls `dispatch` every minute and `digest` every hour.
 */
export const LATE_AFTER_MS = { dispatch: 10 * MINUTE_MS, digest: 75 * MINUTE_MS } as const;

export type Job = keyof typeof LATE_AFTER_MS;

export const JOBS = ["dispatch", "digest"] as const satisfies readonly Job[];

/**
 * Returns when the job becomes late: that time after its last success. A job that never succeeded, as in a fresh
 * installation, has the same time from the migration that added it.
 */
export function lateFrom(job: Job, times: { lastSucceededAt: Date | null; expectedSince: Date }): Date {
  return new Date((times.lastSucceededAt ?? times.expectedSince).getTime() + LATE_AFTER_MS[job]);
}
