import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Target } from "./attacked-portal";
import type { Answer, Order } from "./generator";

const GENERATOR = fileURLToPath(new URL("./generator.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface RunningAttack {
  pid: number;
  /** Ends the attack and its process; returns the line for the report. */
  end(): Promise<string>;
}

/** Starts the attack in a separate process, so that its work does not delay the process that measures. */
export async function attackFromOutside(portal: Target, attack: string): Promise<RunningAttack> {
  const child = fork(GENERATOR, { cwd: ROOT, execArgv: ["--import", "tsx"], env: process.env });
  await answerOf(child);
  await order(child, { kind: "begin", portal, attack });
  return {
    pid: child.pid ?? 0,
    async end() {
      const answer = await order(child, { kind: "end" });
      child.disconnect();
      return answer.kind === "ended" ? answer.report : "";
    },
  };
}

function order(child: ChildProcess, message: Order): Promise<Answer> {
  child.send(message);
  return answerOf(child);
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  child.once("exit", () => ended.abort(new Error("The process that attacks has ended.")));
  const [answer] = (await once(child, "message", { signal: ended.signal })) as [Answer];
  return answer;
}
