import { setTimeout as pause } from "node:timers/promises";

/**
 * Calls `ask` until it returns a true value, and returns that; after `timeoutMs` it fails with the description `what`.
 */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, timeoutMs = 30_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`This did not happen in time: ${what}`);
    await pause(20);
  }
}
