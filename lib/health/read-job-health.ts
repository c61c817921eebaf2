import { jobRuns } from "@/db/schema/job-runs";
import type { Transaction } from "@/db/transaction";
import { type Job, JOBS, lateFrom } from "@/lib/scheduled-jobs";
import { type Condition, jobCondition } from "./health-rules";

export interface JobHealth {
  job: Job;
  lastStartedAt: Date | null;
  lastSucceededAt: Date | null;
  /** What the last successful run did. */
  lastCounts: Record<string, number> | null;
  /** Null when the last run succeeded. */
  lastFailedAt: Date | null;
  /** Name and code of the error of the failed run. */
  lastError: string | null;
  isLate: boolean;
  condition: Condition;
  lateFrom: Date;
}

/** Returns the last run of each job, and whether it is late at `at`. */
export async function readJobHealth(tx: Transaction, at: Date): Promise<JobHealth[]> {
  const rows = await tx
    .select({
      job: jobRuns.job,
      expectedSince: jobRuns.expectedSince,
      lastStartedAt: jobRuns.lastStartedAt,
      lastSucceededAt: jobRuns.lastSucceededAt,
      lastCounts: jobRuns.lastCounts,
      lastFailedAt: jobRuns.lastFailedAt,
      lastError: jobRuns.lastError,
    })
    .from(jobRuns);
  return JOBS.map((job) => {
    const row = rows.find((one) => one.job === job);
    const lastSucceededAt = row?.lastSucceededAt ?? null;
    const from = lateFrom(job, { lastSucceededAt, expectedSince: row?.expectedSince ?? new Date(0) });
    const lastFailedAt = row?.lastFailedAt ?? null;
    const isLate = from <= at;
    return {
      job,
      lastStartedAt: row?.lastStartedAt ?? null,
      lastSucceededAt,
      lastCounts: row?.lastCounts ?? null,
      lastFailedAt,
      lastError: row?.lastError ?? null,
      isLate,
      condition: jobCondition({ isLate, lastFailedAt }),
      lateFrom: from,
    };
  });
}
