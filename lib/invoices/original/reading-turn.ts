/**
 * So many originals are read into memory for people at the same time. Deposits pass the same workers: a page asked for a
 * thousand times at once must neither hold a thousand files nor keep suppliers waiting behind them.
 */
const AT_ONCE = 4;

const waiting: (() => void)[] = [];
let running = 0;

/** Does the work when its turn comes; null, and nothing done, where `signal` gave it up before. */
export async function inReadingTurn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return signal?.aborted ? null : await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
