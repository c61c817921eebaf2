import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./worker";

export interface WorkerProcess {
  /** Gives it work; resolves with its answer, or with null when it was killed. */
  order(work: Order): Promise<Answer | null>;
  /** kill -9; resolves when the process has ended. */
  kill(): Promise<void>;
}

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Starts a separate process with the settings of this one, which has loaded its code and does nothing yet. */
export async function startWorker(): Promise<WorkerProcess> {
  const child = fork(WORKER, { cwd: ROOT, execArgv: ["--import", "tsx"], env: process.env });
  const listeners: ((answer: Answer | null) => void)[] = [];
  let isKilled = false;
  const ended = new Promise<void>((resolve, reject) => {
    child.on("exit", (code) => {
      for (const listener of listeners.splice(0)) listener(null);
      if (isKilled || code === 0) resolve();
      else reject(new Error(`A worker ended with code ${code}.`));
    });
  });
  // Prevents an unhandled rejection; `order` and `kill` await the promise later.
  ended.catch(() => {});
  child.on("message", (answer: Answer) => listeners.shift()?.(answer));
  const answered = async () => {
    const answer = await new Promise<Answer | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(null);
      else listeners.push(resolve);
    });
    if (answer === null) await ended;
    return answer;
  };
  await answered();
  return {
    order(work) {
      const answer = answered();
      child.send(work);
      return answer;
    },
    async kill() {
      isKilled = true;
      child.kill("SIGKILL");
      await ended;
    },
  };
}
