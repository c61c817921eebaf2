import { setTimeout as pause } from "node:timers/promises";

/** Calls `ask` until it returns a true value, and returns that; fails with the name of what it waited for. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  patienceMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`It never happened: ${what}`);
    await pause(20);
  }
}
