import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { RefusalReason } from "@/lib/formats/invoice-reading";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";
import { ParserBusyError } from "@/lib/formats/parser-busy-error";
import { shareBytes } from "@/lib/formats/share-bytes";
import { startWorker } from "@/lib/formats/start-worker";
import { RESOURCES } from "@/lib/limits/resources";
import { Busy, takeTurn } from "@/lib/limits/take-turn";
import type { Asker, Turn } from "@/lib/limits/turn";

/**
 * The limits of work (bytes, objects, levels, nodes) stop a hostile file much earlier. Reaching this deadline means that the
 * machine is overloaded; it says nothing about the file.
 */
const DEADLINE_MS = 20_000;

/** pdf-lib never frees the names and references it has seen, so workers are replaced after this many files. */
const JOBS_PER_WORKER = 1_000;

interface PooledWorker {
  worker: Worker;
  jobs: number;
}

/** A worker that parses a file, with the turn that allows it. */
interface BusyWorker {
  pooled: PooledWorker;
  turn: Turn;
}

const idle: PooledWorker[] = [];

/** Whether a spare worker is being started, before any file needs it. */
let isStartingSpare = false;
let running = 0;

/**
 * Parses in a worker, so that no file can block the server or use up its memory. Beyond the heap limit the worker is
 * ended and replaced, and the result is `failed`. Files wait for a turn of `asker` (`parsing` in lib/limits).
 *
 * Throws `ParserBusyError` when the worker gives no answer before `deadline` (20 s after it starts, if not given), and `Busy`
 * when there is no turn.
 */
export async function parseOffThread<K extends keyof ParseAnswers>(
  kind: K,
  bytes: Uint8Array,
  failed: (reason: RefusalReason) => ParseAnswers[K],
  asker: Asker,
  { deadline, number }: { deadline?: AbortSignal; number?: number } = {},
): Promise<ParseAnswers[K]> {
  const job = { kind, bytes: await shareBytes(bytes), number };
  const first = await takeWorker(asker, { isNew: false });
  const isNew = first.pooled.jobs === 0;
  const answer = await parseIn(first, job, deadline);
  if (typeof answer !== "string") return answer;
  if (isNew) return failed(answer);
  // Earlier files may have filled the memory of this worker, so the file gets a second attempt in a new worker.
  const second = await parseIn(await takeWorker(asker, { isNew: true }), job, deadline);
  return typeof second === "string" ? failed(second) : second;
}

/** Waits for a turn, and takes a worker for it. */
async function takeWorker(asker: Asker, { isNew }: { isNew: boolean }): Promise<BusyWorker> {
  const turn = await takeTurn("parsing", asker);
  if (!turn) throw new Busy("parsing");
  try {
    const used = idle.pop();
    running += 1;
    const isUsable = used !== undefined && (!isNew || used.jobs === 0);
    if (!isUsable) await used?.worker.terminate();
    const pooled = isUsable ? used : { worker: await startWorker(), jobs: 0 };
    startSpareWorker();
    return { pooled, turn };
  } catch (error) {
    running -= 1;
    turn.release();
    throw error;
  }
}

/**
 * Starts a spare worker for the next file while other files are parsed. Starting takes half a second, and without a
 * spare, deposits of one supplier would make another supplier wait for it.
 */
function startSpareWorker(): void {
  if (isStartingSpare || idle.length > 0 || running >= RESOURCES.parsing.atOnce) return;
  isStartingSpare = true;
  startWorker()
    .then((worker) => idle.push({ worker, jobs: 0 }))
    // The next file then starts its own worker, and reports the error if that fails too.
    .catch(() => {})
    .finally(() => (isStartingSpare = false));
}

async function parseIn<K extends keyof ParseAnswers>(
  { pooled, turn }: BusyWorker,
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
      running -= 1;
      turn.release();
    } else {
      endWorker(worker, turn);
    }
    return answered;
  } catch (error) {
    endWorker(worker, turn);
    if (error instanceof Error && error.name === "AbortError") throw new ParserBusyError();
    return isOutOfMemory(error) ? "out_of_memory" : "crashed";
  }
}

/** Gives the turn back only after the thread has ended, so that no more threads hold memory than there are turns. */
function endWorker(worker: Worker, turn: Turn): void {
  void worker.terminate().finally(() => {
    running -= 1;
    turn.release();
  });
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
