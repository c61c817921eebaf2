import { atMostEvery } from "@/lib/at-most-every";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { describeError, log } from "@/lib/log";
import { withRequestId } from "@/lib/request-id";
import { JOBS } from "@/lib/scheduled-jobs";
import { recordRun } from "./record-run";
import { runDueWork } from "./run-due-work";

const EVERY_MS = 1_000;
const MAX_WORK_MS = 30_000;

/**
 * Embedded mode has no scheduler, so this process runs due work every second and demo mails arrive immediately. Once a
 * minute the run is recorded, as a scheduler's would be.
 */
export function startWorkTimer(): void {
  let isRunning = false;
  const isRecordDue = atMostEvery(MINUTE_MS);
  const work = () => runDueWork(MAX_WORK_MS);
  const run = async () => (isRecordDue(now()) ? recordRun(JOBS, work) : work());
  setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    void withRequestId(() =>
      run()
        .catch((error: unknown) => log("error", "work_failed", describeError(error)))
        .finally(() => (isRunning = false)),
    );
  }, EVERY_MS).unref();
}
