import { now } from "./clock";
import { MINUTE_MS } from "./durations";

/**
 * Works for all of these in turns, one step each in a round, until none has more to do or `deadline` has passed; at least
 * one step is done. `step` returns whether there is more. Who is first changes each minute, so that nobody is always the
 * one for whom no time is left.
 */
export async function inTurns<T>(
  all: readonly T[],
  { at, deadline }: { at: Date; deadline: Date | undefined },
  step: (one: T) => Promise<boolean>,
): Promise<void> {
  const first = all.length === 0 ? 0 : Math.floor(at.getTime() / MINUTE_MS) % all.length;
  let waiting = [...all.slice(first), ...all.slice(0, first)];
  while (waiting.length > 0) {
    const more: T[] = [];
    for (const one of waiting) {
      if (await step(one)) more.push(one);
      if (deadline !== undefined && now() >= deadline) return;
    }
    waiting = more;
  }
}
