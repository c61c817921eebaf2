import { readdirSync, readFileSync } from "node:fs";
import { percentile } from "@/tests/bench/percentile";

export interface Measured {
  p50: number;
  p95: number;
  asked: number;
  refused: number;
}

/** One request of somebody who attacks nobody: how long it took, and whether it was what they asked for. */
export type Try = () => Promise<{ ms: number; isRight: boolean }>;

/** Runs `attempt` this many times, `atOnce` of them at the same time. */
export async function measure(attempt: Try, times: number, atOnce = 1): Promise<Measured> {
  const found: { ms: number; isRight: boolean }[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (found.length < times) found.push(await attempt());
    }),
  );
  const durations = found.map(({ ms }) => ms);
  return {
    p50: Math.round(percentile(durations, 50)),
    p95: Math.round(percentile(durations, 95)),
    asked: found.length,
    refused: found.filter(({ isRight }) => !isRight).length,
  };
}

/**
 * Starts measuring CPU time; the returned function says how many cores each process and the whole machine have used.
 */
export function watchWork(pids: Record<string, number>): () => string {
  const used = () => ({
    at: performance.now(),
    each: Object.entries(pids).map(([name, pid]) => [name, resourceUse(pid).cpuMs] as const),
    all: machineCpuMs(),
  });
  const before = used();
  return () => {
    const after = used();
    const cores = (from: number, to: number) => ((to - from) / (after.at - before.at)).toFixed(2);
    const each = after.each.map(([name, ms], n) => `${name} ${cores(before.each[n]?.[1] ?? 0, ms)}`);
    return [...each, `all ${cores(before.all, after.all)}`].join(", ");
  };
}

/** The CPU time that all programs of this machine have used (user, nice, system, interrupts), in ms. */
function machineCpuMs(): number {
  const [, ...fields] = readFileSync("/proc/stat", "utf8").split("\n")[0]?.split(/\s+/) ?? [];
  return [0, 1, 2, 5, 6].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0) * 10;
}

/** What the process of the portal uses now: memory in MB, open descriptors, CPU time in ms. */
export function resourceUse(pid: number): { megabytes: number; descriptors: number; cpuMs: number } {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return {
    megabytes: Math.round((pages * 4096) / 1_000_000),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
  };
}
