import { jobRuns } from "@/db/schema/job-runs";
import { withViewer } from "@/lib/access/with-viewer";
import { checkAlerts } from "@/lib/alerts/check-alerts";
import { now } from "@/lib/clock";
import { checkAdoption } from "@/lib/installation/check-adoption";
import type { NotAdopted } from "@/lib/installation/read-adoption";
import { describeError, log } from "@/lib/log";
import type { Job } from "@/lib/scheduled-jobs";
import { callHeartbeat } from "./call-heartbeat";
import type { WorkDone } from "./run-due-work";

export type Run = { ok: true; done: WorkDone } | NotAdopted;

/**
 * Runs the work of these jobs and records when it started and succeeded and what it did, or the error's class. Then it
 * calls the heartbeat, and checks the alerts, also after an error. Throws what `work` throws. Does nothing of it in a deployment that the database does not belong
 * to.
 */
export async function recordRun(jobs: readonly Job[], work: () => Promise<WorkDone>): Promise<Run> {
  const adoption = await checkAdoption();
  if (!adoption.ok) return adoption;
  await store(jobs, { lastStartedAt: now() });
  let done: WorkDone;
  try {
    done = await work();
  } catch (error) {
    await storeFailure(jobs, error);
    await checkAlerts();
    throw error;
  }
  await store(jobs, {
    lastSucceededAt: now(),
    lastCounts: { ...done },
    lastFailedAt: null,
    lastError: null,
  });
  await callHeartbeat();
  await checkAlerts();
  return { ok: true, done };
}

/** Stores nothing when the database does not answer: then the error of the work itself is the one to report. */
async function storeFailure(jobs: readonly Job[], error: unknown): Promise<void> {
  const { errorName, errorCode } = describeError(error);
  const lastError = [errorName, errorCode].filter(Boolean).join(" ");
  try {
    await store(jobs, { lastFailedAt: now(), lastError });
  } catch (failure) {
    log("warn", "job_run_not_recorded", { job: jobs.join(), ...describeError(failure) });
  }
}

type Change = Partial<Omit<typeof jobRuns.$inferInsert, "job" | "expectedSince">>;

async function store(jobs: readonly Job[], change: Change): Promise<void> {
  const expectedSince = now();
  await withViewer({ kind: "job" }, (tx) =>
    tx
      .insert(jobRuns)
      .values(jobs.map((job) => ({ job, expectedSince, ...change })))
      .onConflictDoUpdate({ target: jobRuns.job, set: change }),
  );
}
