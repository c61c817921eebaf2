import { setTimeout as pause } from "node:timers/promises";

/** Asks again until `ask` answers something true, and returns that; says what it waited for when it never does. */
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
