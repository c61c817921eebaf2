import { readFileSync } from "node:fs";

const POLL_MS = 500;

/**
 * Calls `onGone` when the npm process that started this process has ended, as after SIGKILL, which npm cannot pass on
 * (it passes on other signals). Does nothing if this process was not started by npm: then it may continue after its
 * parent ends. npm runs a command through a shell, which may or may not remain as a process between npm and this
 * process.
 */
export function watchNpm(onGone: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const shellParent = isShell(parent) ? parentOf(parent) : null;
  setInterval(() => {
    const isGone = process.ppid !== parent || (shellParent !== null && parentOf(parent) !== shellParent);
    if (isGone) onGone();
  }, POLL_MS).unref();
}

function isShell(pid: number): boolean {
  return /^(\/\S*\/)?(sh|dash|bash|ash)\0-c\0/.test(readProc(pid, "cmdline"));
}

function parentOf(pid: number): number | null {
  const stat = readProc(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[1]) || null;
}

/** Reads a file of /proc; returns "" if there is no /proc. */
function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
