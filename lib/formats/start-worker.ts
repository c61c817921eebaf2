import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * The command line arguments to try for a worker. Next bundles the worker to JavaScript, because it finds the `new
 * URL` below; no arguments are needed then. Scripts and tests run the TypeScript sources, which a thread can read
 * only after tsx is loaded in it. The arguments that work are remembered.
 */
const ARGUMENTS = [[], ["--import", new URL("./register-typescript.mjs", import.meta.url).href]];

const HEAP_MB = 256;

let workingArguments: string[] | null = null;

/** Starts a worker that waits for files and does not keep the process alive. Throws when it cannot start. */
export async function startWorker(): Promise<Worker> {
  let failure: unknown;
  for (const execArgv of workingArguments ? [workingArguments] : ARGUMENTS) {
    const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), {
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stderr: true,
    });
    // pdf-lib writes a warning for each broken object, so a hostile file could flood the log.
    worker.stderr.resume();
    try {
      await once(worker, "message");
      workingArguments = execArgv;
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
