import { readFileSync } from "node:fs";

/** The clock tick of /proc in milliseconds, the same on every Linux. */
const TICK_MS = 10;

/** CPU time of these processes on Linux, with all threads, in milliseconds; 0 for ended ones. */
export function cpuTime(...pids: number[]): number {
  return pids.reduce((sum, pid) => sum + cpuTimeOf(pid), 0);
}

function cpuTimeOf(pid: number): number {
  try {
    // After the name, which may contain spaces: utime and stime are the 14th and 15th fields of proc(5).
    const [userTicks, systemTicks] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .slice(11, 13);
    return (Number(userTicks) + Number(systemTicks)) * TICK_MS;
  } catch {
    return 0;
  }
}
