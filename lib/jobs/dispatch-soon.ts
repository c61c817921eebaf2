import { after } from "next/server";
import { checkAlertsOnceAMinute } from "@/lib/alerts/check-alerts";
import { checkAdoption } from "@/lib/installation/check-adoption";
import { describeError, log } from "@/lib/log";
import { runDueWork } from "./run-due-work";

const MAX_WORK_MS = 20_000;

/**
 * Runs `first`, which may queue mails, and then sends the mails that are due: after the response, where the host allows
 * work after a response. The scheduler sends the rest. Also checks the alerts, because a scheduler that does not call
 * cannot tell it.
 */
export function dispatchSoon(first?: () => Promise<unknown>): void {
  after(async () => {
    try {
      await first?.();
      if ((await checkAdoption()).ok) await runDueWork(MAX_WORK_MS);
    } catch (error) {
      log("error", "dispatch_failed", describeError(error));
    }
    await checkAlertsOnceAMinute();
  });
}
