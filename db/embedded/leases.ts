import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLive } from "./live-process";
import { isErrorCode } from "./private-file";

// The users of the cluster. A lease is an empty file named after its process, `<identity>_<anything>`: it cannot be
// half written, and the lease of a killed process does not count. A keeper's mark is such a file too.

/** Returns the leases in `folder` whose process is running; deletes the others. */
export function liveLeases(folder: string): string[] {
  return namesIn(folder).filter((name) => {
    if (isLive(name.split("_")[0] ?? "")) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

/** Adds a lease, and creates the folder if it does not exist. */
export function addLease(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), "");
}

/** Renames a lease atomically: a reader sees the old name or the new one. */
export function renameLease(folder: string, from: string, to: string): void {
  renameSync(join(folder, from), join(folder, to));
}

/** Deletes a lease if it exists. */
export function removeLease(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isErrorCode(error, "ENOENT")) return [];
    throw error;
  }
}
