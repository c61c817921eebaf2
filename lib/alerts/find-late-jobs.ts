import { sqlClient } from "@/db/client";
import { type Job, JOBS, lateFrom } from "@/lib/scheduled-jobs";

export interface LateJob {
  job: Job;
  /** Null when it never succeeded. */
  lastSucceededAt: Date | null;
  /** The time from which it is late. */
  lateFrom: Date;
}

/**
 * Returns the jobs whose last success is too long ago at `at` (`LATE_AFTER_MS`). A job without a row, which only a fault
 * can cause, counts as late. Anybody may ask.
 */
export async function findLateJobs(at: Date): Promise<LateJob[]> {
  const rows = await sqlClient()<{ job: string; expected_since: Date; last_succeeded_at: Date | null }[]>`
    select job, expected_since, last_succeeded_at from auth_job_times()`;
  return JOBS.flatMap((job) => {
    const row = rows.find((one) => one.job === job);
    const lastSucceededAt = row?.last_succeeded_at ?? null;
    const from = lateFrom(job, { lastSucceededAt, expectedSince: row?.expected_since ?? new Date(0) });
    return from <= at ? [{ job, lastSucceededAt, lateFrom: from }] : [];
  });
}
