import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * Next bundles the worker to JavaScript because it sees this `new URL`. Scripts and tests run the TypeScript sources,
 * which a thread can read only after tsx is loaded in it. The variant that works is remembered.
 */
const LAUNCHES = [[], ["--import", new URL("./register-typescript.mjs", import.meta.url).href]];

const HEAP_MB = 256;

let known: string[] | null = null;

/** Starts a worker that waits for files and does not keep the process alive. Throws when it cannot start. */
export async function startWorker(): Promise<Worker> {
  let failure: unknown;
  for (const execArgv of known ? [known] : LAUNCHES) {
    const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), {
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stderr: true,
    });
    // pdf-lib writes a warning for each broken object, so a hostile file could flood the log.
    worker.stderr.resume();
    try {
      await once(worker, "message");
      known = execArgv;
      // A worker may die while idle or while being ended; without a listener the error would end the process.
      worker.on("error", () => {});
      worker.unref();
      return worker;
    } catch (error) {
      failure = error;
    }
  }
  throw new Error("The invoice parser cannot start", { cause: failure });
}
