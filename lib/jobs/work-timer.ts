import { describeError, log } from "@/lib/log";
import { runDueWork } from "./run-due-work";

const EVERY_MS = 1_000;
const MAX_WORK_MS = 30_000;

/** Embedded mode has no scheduler, so this process runs due work every second and demo mails arrive immediately. */
export function startWorkTimer(): void {
  let isRunning = false;
  setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    runDueWork(MAX_WORK_MS)
      .catch((error: unknown) => log("error", "work_failed", describeError(error)))
      .finally(() => (isRunning = false));
  }, EVERY_MS).unref();
}
