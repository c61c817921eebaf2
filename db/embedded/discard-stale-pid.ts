import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { servesFolder } from "./live-process";
import { isErrorCode } from "./private-file";

/**
 * Lets PostgreSQL start although `postmaster.pid` contains the number of a running process that is not our server:
 * the number was given to another program, the folder was copied, or the server is a zombie. PostgreSQL refuses to
 * start while that process runs, but ignores the number of its own parent process and still checks the shared memory
 * given in the file. So this writes the keeper's number into the file. Only one keeper may do so for the same file: a
 * second one could overwrite the file of a server that the first has just started.
 */
export function discardStalePid(home: string, dataFolder: string): void {
  const path = join(dataFolder, "postmaster.pid");
  const text = readFileSync(path, "utf8");
  const [pid, ...rest] = text.split("\n");
  if (!isProcess(Number(pid)) || servesFolder(Number(pid), dataFolder)) return;
  const lock = join(home, `discard-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`);
  try {
    writeFileSync(lock, "", { flag: "wx" });
  } catch {
    return;
  }
  try {
    writeFileSync(path, [process.pid, ...rest].join("\n"));
  } finally {
    rmSync(lock);
  }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return isErrorCode(error, "EPERM");
  }
}
