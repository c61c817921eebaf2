import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { RefusalReason } from "@/lib/formats/invoice-reading";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";
import { startWorker } from "@/lib/formats/start-worker";

const MAX_WORKERS = 2;
const BUDGET_MS = 3_500;

/** pdf-lib never frees the names and references it has seen, so workers are replaced after this many files. */
const JOBS_PER_WORKER = 1_000;

interface PooledWorker {
  worker: Worker;
  jobs: number;
}

const idle: PooledWorker[] = [];
const waiting: (() => void)[] = [];
let running = 0;

/**
 * Parses in one of two workers, so that no file can block the server or use up its memory. After 3.5 s, or beyond its heap
 * limit, the worker is ended and replaced, and the result is `failed`. Further files wait for a free worker; that time
 * does not count.
 */
export async function parseOffThread<K extends keyof ParseAnswers>(
  kind: K,
  bytes: Uint8Array,
  failed: (reason: RefusalReason) => ParseAnswers[K],
): Promise<ParseAnswers[K]> {
  if (running >= MAX_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  let pooled: PooledWorker;
  try {
    pooled = idle.pop() ?? { worker: await startWorker(), jobs: 0 };
  } catch (error) {
    freeSlot();
    throw error;
  }
  return parseIn(pooled, { kind, bytes }, failed);
}

async function parseIn<K extends keyof ParseAnswers>(
  pooled: PooledWorker,
  job: ParseJob & { kind: K },
  failed: (reason: RefusalReason) => ParseAnswers[K],
): Promise<ParseAnswers[K]> {
  const { worker } = pooled;
  worker.ref();
  try {
    const answer = once(worker, "message", { signal: AbortSignal.timeout(BUDGET_MS) });
    worker.postMessage(job);
    const [answered] = (await answer) as [ParseAnswers[K]];
    pooled.jobs += 1;
    if (pooled.jobs < JOBS_PER_WORKER) {
      worker.unref();
      idle.push(pooled);
      freeSlot();
    } else {
      replace(worker);
    }
    return answered;
  } catch (error) {
    replace(worker);
    return failed(reasonOf(error));
  }
}

/** Frees the slot only after the thread has ended, so that never more than two hold memory. */
function replace(worker: Worker): void {
  void worker.terminate().finally(freeSlot);
}

/** Passes the slot to the next file that waits, or frees it. */
function freeSlot(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

function reasonOf(error: unknown): RefusalReason {
  if (!(error instanceof Error)) return "crashed";
  if (error.name === "AbortError") return "timeout";
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out_of_memory" : "crashed";
}
