import { after } from "next/server";
import { describeError, log } from "@/lib/log";
import { runDueWork } from "./run-due-work";

const MAX_WORK_MS = 20_000;

/**
 * Sends due mails right after the response, where the host allows it, and before them runs `first`, which may queue some.
 * The scheduler sends the rest.
 */
export function dispatchSoon(first?: () => Promise<unknown>): void {
  after(async () => {
    try {
      await first?.();
      await runDueWork(MAX_WORK_MS);
    } catch (error) {
      log("error", "dispatch_failed", describeError(error));
    }
  });
}
