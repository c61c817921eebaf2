import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { RefusalReason } from "@/lib/formats/invoice-reading";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";
import { ParserBusyError } from "@/lib/formats/parser-busy-error";
import { startWorker } from "@/lib/formats/start-worker";

const MAX_WORKERS = 2;

/**
 * The limits of work (bytes, objects, levels, nodes) end each file long before. When this passes, the machine is
 * overloaded, which is no verdict on the file.
 */
const DEADLINE_MS = 20_000;

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
 * Parses in one of two workers, so that no file can block the server or use up its memory. Beyond the heap limit the
 * worker is ended and replaced, and the result is `failed`. Further files wait for a free worker.
 *
 * Throws `ParserBusyError` when the worker gives no answer before the deadline, 20 s after its turn came unless stated.
 */
export async function parseOffThread<K extends keyof ParseAnswers>(
  kind: K,
  bytes: Uint8Array,
  failed: (reason: RefusalReason) => ParseAnswers[K],
  deadline?: AbortSignal,
): Promise<ParseAnswers[K]> {
  const pooled = await takeWorker({ isNew: false });
  const isNew = pooled.jobs === 0;
  const answer = await parseIn(pooled, { kind, bytes }, deadline);
  if (typeof answer !== "string") return answer;
  if (isNew) return failed(answer);
  // Earlier files may have filled the memory of this worker: they must not decide about this one.
  const second = await parseIn(await takeWorker({ isNew: true }), { kind, bytes }, deadline);
  return typeof second === "string" ? failed(second) : second;
}

/** Waits for its turn. Each worker that is given holds one of the slots until `freeSlot`. */
async function takeWorker({ isNew }: { isNew: boolean }): Promise<PooledWorker> {
  if (running >= MAX_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    const used = idle.pop();
    if (used && !isNew) return used;
    await used?.worker.terminate();
    return { worker: await startWorker(), jobs: 0 };
  } catch (error) {
    freeSlot();
    throw error;
  }
}

async function parseIn<K extends keyof ParseAnswers>(
  pooled: PooledWorker,
  job: ParseJob & { kind: K },
  deadline = AbortSignal.timeout(DEADLINE_MS),
): Promise<ParseAnswers[K] | "out_of_memory" | "crashed"> {
  const { worker } = pooled;
  worker.ref();
  try {
    const answer = once(worker, "message", { signal: deadline });
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
    if (error instanceof Error && error.name === "AbortError") throw new ParserBusyError();
    return isOutOfMemory(error) ? "out_of_memory" : "crashed";
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

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
