import { readdirSync, readFileSync } from "node:fs";
import { percentile } from "@/tests/bench/percentile";

export interface Measured {
  p95: number;
  asked: number;
  refused: number;
}

/** One request of somebody who attacks nobody: how long it took, and whether it was what they asked for. */
export type Try = () => Promise<{ ms: number; isRight: boolean }>;

/** Repeats `attempt` one after the other, some at a time. */
export async function measure(attempt: Try, times: number, atOnce = 1): Promise<Measured> {
  const found: { ms: number; isRight: boolean }[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (found.length + atOnce <= times + atOnce - 1) found.push(await attempt());
    }),
  );
  return {
    p95: Math.round(
      percentile(
        found.map(({ ms }) => ms),
        95,
      ),
    ),
    asked: found.length,
    refused: found.filter(({ isRight }) => !isRight).length,
  };
}

/** What the process of the portal holds: memory in MB, open descriptors, CPU time in ms. */
export function holdings(pid: number): { megabytes: number; descriptors: number; cpuMs: number } {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return {
    megabytes: Math.round((pages * 4096) / 1_000_000),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
  };
}
