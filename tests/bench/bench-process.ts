import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Starts a process that runs a file of this folder with the same settings; its first message says that it is ready. */
export async function startProcess<Order, Answer>(file: string) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    cwd: ROOT,
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn" },
  });
  const nextMessage = () =>
    new Promise<Answer>((resolve, reject) => {
      const end = (code: number | null) => reject(new Error(`${file} ended with ${code}.`));
      child.once("exit", end);
      child.once("message", (answer: Answer) => {
        child.off("exit", end);
        resolve(answer);
      });
    });
  const ready = await nextMessage();
  return {
    ready,
    ask(order: Order): Promise<Answer> {
      const answer = nextMessage();
      child.send(order as object);
      return answer;
    },
    end: () => child.disconnect(),
  };
}
