import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * Next bundles the worker to JavaScript (it follows this very `new URL`); scripts and tests run the sources,
 * which a thread cannot read before tsx is loaded in it. The way that starts is remembered.
 */
const LAUNCHES = [[], ["--import", new URL("./register-typescript.mjs", import.meta.url).href]];

const HEAP_MB = 256;

let known: string[] | null = null;

/** A worker that has loaded its code and waits, not keeping the process alive. Throws when it cannot start at all. */
export async function startWorker(): Promise<Worker> {
  let failure: unknown;
  for (const execArgv of known ? [known] : LAUNCHES) {
    const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), {
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stderr: true,
    });
    // pdf-lib warns about each broken object: a hostile file would flood the log.
    worker.stderr.resume();
    try {
      await once(worker, "message");
      known = execArgv;
      // A worker may die while idle or being ended: without a listener that would end the process.
      worker.on("error", () => {});
      worker.unref();
      return worker;
    } catch (error) {
      failure = error;
    }
  }
  throw new Error("The invoice parser cannot start", { cause: failure });
}
