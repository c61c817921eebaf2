import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { dispatchMails } from "./dispatch-mails";

const EVERY_MS = 1_000;
const AT_MOST_MS = 30_000;

/** In embedded mode there is no scheduler: this process looks every second, so that a demo mail arrives at once. */
export function startDispatchTimer(): void {
  let isRunning = false;
  setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    dispatchMails(new Date(now().getTime() + AT_MOST_MS))
      .catch((error: unknown) => log("error", "dispatch_failed", describeError(error)))
      .finally(() => (isRunning = false));
  }, EVERY_MS).unref();
}
