import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";

const TIMEOUT_MS = 5_000;

let isFailing = false;

/**
 * Calls `HEARTBEAT_URL`, when it is set, so that a monitor elsewhere notices when the calls end. Never throws. Of
 * failures in a row the first one is logged, in this process.
 */
export async function callHeartbeat(): Promise<void> {
  const url = env().HEARTBEAT_URL;
  if (url === undefined) return;
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    if (response.ok) isFailing = false;
    else noteFailure(() => log("warn", "heartbeat_failed", { status: response.status }));
  } catch (error) {
    noteFailure(() => log("warn", "heartbeat_failed", describeError(error)));
  }
}

function noteFailure(write: () => void): void {
  if (!isFailing) write();
  isFailing = true;
}
