/**
 * Maximum number of originals that are read into memory for people at the same time. Deposits use the same workers, so
 * many requests for a page must neither fill the memory nor make suppliers wait.
 */
const MOST_PARALLEL = 4;

const waiting: (() => void)[] = [];
let running = 0;

/** Runs the work when a slot is free. Returns null without running it when `signal` was aborted before. */
export async function withReadSlot<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  if (running >= MOST_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return signal?.aborted ? null : await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
