import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
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
export const findLateJobs = (at: Date): Promise<LateJob[]> =>
  withViewer({ kind: "anonymous" }, (tx) => lateJobsIn(tx, at));

/** The same, in the transaction of any viewer. */
export async function lateJobsIn(tx: Transaction, at: Date): Promise<LateJob[]> {
  const rows = await tx.execute<JobRow>(sql`
    select job, expected_since, last_succeeded_at from auth_job_times()`);
  return JOBS.flatMap((job) => {
    const row = rows.find((one) => one.job === job);
    const lastSucceededAt = row?.last_succeeded_at ? new Date(row.last_succeeded_at) : null;
    const from = lateFrom(job, { lastSucceededAt, expectedSince: new Date(row?.expected_since ?? 0) });
    return from <= at ? [{ job, lastSucceededAt, lateFrom: from }] : [];
  });
}

interface JobRow extends Record<string, unknown> {
  job: string;
  expected_since: string;
  last_succeeded_at: string | null;
}
