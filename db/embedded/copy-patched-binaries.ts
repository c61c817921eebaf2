import { readFileSync, writeFileSync } from "node:fs";
import type { ClusterPlace } from "./cluster-place";
import { copyServerBinaries, type ServerBinaries } from "./server-binaries";

const USER_LOOKUP = Buffer.from("\0getpwuid\0");
const REPLACEMENT = Buffer.from("\0getpwent\0");

/**
 * Makes a copy of the programs that can create a cluster for a user without an entry in /etc/passwd, which is common
 * in containers. initdb asks the system for the user's name, although we name the first role ourselves, and no option
 * prevents it; a running server never asks. So the copy calls `getpwent` (the first entry of the list) in place of
 * `getpwuid`: a name of the same length, with the same result type. Null when the programs of this machine are built
 * differently.
 */
export function copyPatchedBinaries(place: ClusterPlace, folder: string): ServerBinaries | null {
  const binaries = copyServerBinaries(place, folder);
  for (const path of [binaries.initdb, binaries.postgres]) {
    const program = readFileSync(path);
    const at = program.indexOf(USER_LOOKUP);
    if (at < 0 || program.indexOf(USER_LOOKUP, at + 1) >= 0) return null;
    REPLACEMENT.copy(program, at);
    writeFileSync(path, program);
  }
  return binaries;
}
