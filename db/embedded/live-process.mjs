// Plain JavaScript: the keeper runs without tsx, and shares these three functions with the launcher.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const hasProc = process.platform === "linux";

/**
 * A name for a running process that a later process with the same number does not get, or null when it is
 * gone. A zombie is gone: it holds nothing any more.
 */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (hasProc) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The second field is the program's name in brackets and may hold anything, brackets included.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : `${pid}.${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (process.platform === "win32") return `${pid}.0`;
  const ps = spawnSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state, ...start] = (ps.stdout ?? "").trim().split(/\s+/);
  return !state || state.startsWith("Z") ? null : `${pid}.${Date.parse(start.join(" ")) || 0}`;
}

/** Whether the process that a name of `processIdentity` was made for still runs. */
export function isLive(identity) {
  return processIdentity(Number(identity.split(".")[0])) === identity;
}

/**
 * Whether process `pid` is a PostgreSQL server on exactly this data folder, by its command line: a number in
 * a file proves nothing, it may have been given to another program, or the file may be a copy.
 */
export function servesFolder(pid, dataFolder) {
  if (!processIdentity(pid)) return false;
  if (hasProc) {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.some((word, at) => word === "-D" && words[at + 1] === dataFolder);
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") return true;
  const ps = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return (ps.stdout ?? "").includes(` -D ${dataFolder} `);
}
