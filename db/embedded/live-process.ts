import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isErrorCode } from "./private-file";

const hasProc = process.platform === "linux";

/**
 * Returns an identity of a running process that a later process with the same number does not have, or null when the
 * process has ended. A zombie has ended: it has no file, port or memory any more.
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (hasProc) return identityFromProc(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isErrorCode(error, "EPERM")) return null;
  }
  if (process.platform === "win32") return `${pid}.0`;
  const ps = spawnSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state, ...start] = (ps.stdout ?? "").trim().split(/\s+/);
  return !state || state.startsWith("Z") ? null : `${pid}.${Date.parse(start.join(" ")) || 0}`;
}

/** Returns whether the process with this identity (`processIdentity`) is still running. */
export function isLive(identity: string): boolean {
  return processIdentity(Number(identity.split(".")[0])) === identity;
}

/**
 * Returns whether process `pid` is a PostgreSQL server on exactly this data folder, by its command line. A number in a
 * file proves nothing: the system may have given it to another program, or the file may be a copy.
 */
export function servesFolder(pid: number, dataFolder: string): boolean {
  if (!processIdentity(pid)) return false;
  if (hasProc) {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return args.some((arg, index) => arg === "-D" && args[index + 1] === dataFolder);
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") return true;
  const ps = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return (ps.stdout ?? "").includes(` -D ${dataFolder} `);
}

function identityFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets; it may contain any character, also brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : `${pid}.${fields[19]}`;
  } catch {
    return null;
  }
}
