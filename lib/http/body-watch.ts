/** The slowest sender whose body is read, measured over the time in which the portal waits for bytes. */
interface MinimumRate {
  bytesPerSecond: number;
  overMs: number;
}

/** Programs send from servers. */
export const PROGRAM_RATE: MinimumRate = { bytesPerSecond: 8 * 1024, overMs: 20_000 };
/** People may send from a telephone with a bad connection. */
export const PERSON_RATE: MinimumRate = { bytesPerSecond: 1024, overMs: 60_000 };

/** The reading of a body ends when nothing of it arrives for this long. */
export const BODY_STALLED_AFTER_MS = 30_000;

interface BodyWatch {
  /** Bytes arrived. */
  received(bytes: number): void;
  /** The portal does something else with what it has: this time does not count against the sender. */
  pause(): void;
  resume(): void;
  end(): void;
}

/**
 * Watches a body that is read in a turn, so that nobody keeps the turn by sending a little now and then (security T30).
 * Calls `stop` once: `stalled` when nothing arrives for 30 seconds, `too_slow` when less than the rate arrives in one of
 * the periods that begin with the first bytes.
 */
export function watchBodyRate(
  { bytesPerSecond, overMs }: MinimumRate,
  stop: (reason: "stalled" | "too_slow") => void,
): BodyWatch {
  const least = (bytesPerSecond * overMs) / 1_000;
  let stalled: NodeJS.Timeout | undefined;
  let period: NodeJS.Timeout | undefined;
  let resumedAt = performance.now();
  let listenedMs = 0;
  let bytes = 0;
  let hasBegun = false;
  const pause = () => {
    if (hasBegun) listenedMs += performance.now() - resumedAt;
    clearTimeout(stalled);
    clearTimeout(period);
  };
  const resume = () => {
    clearTimeout(stalled);
    clearTimeout(period);
    resumedAt = performance.now();
    stalled = setTimeout(() => ended("stalled"), BODY_STALLED_AFTER_MS);
    if (hasBegun) period = setTimeout(judge, Math.max(0, overMs - listenedMs));
  };
  const judge = () => {
    if (bytes < least) return ended("too_slow");
    [bytes, listenedMs] = [0, 0];
    resumedAt = performance.now();
    period = setTimeout(judge, overMs);
  };
  const ended = (reason: "stalled" | "too_slow") => {
    pause();
    stop(reason);
  };
  resume();
  return {
    received(count) {
      bytes += count;
      if (hasBegun) return void stalled?.refresh();
      hasBegun = true;
      resume();
    },
    pause,
    resume,
    end: pause,
  };
}
