import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { MINUTE_MS } from "@/lib/durations";
import { FORM_LIMIT_BYTES } from "./request-fault";

/** A body that does not grow for this time loses its turn and its connection. */
const STALLED_AFTER_MS = 10_000;
/** A body that takes longer than this in total loses them too. */
const LONGEST_BODY_MS = MINUTE_MS;
const WATCH_EVERY_MS = 1_000;

/**
 * Calls `refuse` when the body stops arriving or becomes larger than a form may be. The returned function ends the
 * watch.
 */
export function watchBody(
  request: IncomingMessage,
  refuse: (reason: "stalled" | "body_too_large") => void,
): () => void {
  const { socket } = request;
  const begun = { at: Date.now(), bytes: socket.bytesRead };
  let last = begun;
  const watch = setInterval(() => {
    const now = { at: Date.now(), bytes: socket.bytesRead };
    if (now.bytes > last.bytes) last = now;
    const isTooLarge = now.bytes - begun.bytes > 2 * FORM_LIMIT_BYTES;
    const isStalled = now.at - last.at >= STALLED_AFTER_MS || now.at - begun.at >= LONGEST_BODY_MS;
    if (!isTooLarge && !isStalled) return;
    clearInterval(watch);
    refuse(isTooLarge ? "body_too_large" : "stalled");
  }, WATCH_EVERY_MS).unref();
  return () => clearInterval(watch);
}

/**
 * Waits until a short body is in memory; false when its connection ends before. Node buffers up to 64 KB of a body
 * before it is read, and sets `complete` when the whole body has arrived.
 */
export async function hasArrived(request: IncomingMessage): Promise<boolean> {
  for (let waitMs = 0; !request.complete; waitMs = Math.min(waitMs + 2, 50)) {
    if (request.socket.destroyed) return false;
    await pause(waitMs);
  }
  return !request.socket.destroyed;
}
