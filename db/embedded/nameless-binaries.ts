import { readFileSync, writeFileSync } from "node:fs";
import type { ClusterPlace } from "./cluster-place";
import { copyServerBinaries, type ServerBinaries } from "./server-binaries";

const WANTED = Buffer.from("\0getpwuid\0");
const INSTEAD = Buffer.from("\0getpwent\0");

/**
 * Programs that create a cluster for a user that /etc/passwd does not list, as containers often run one.
 * Creating one asks for the user's name, as a proposal for the first role's, which we name ourselves; a running
 * server never asks. There is no option for it, so in a private copy the imported function `getpwuid` becomes
 * its neighbour of the same length and result, `getpwent`, which finds the list's first entry. Null when the
 * programs of this machine are built otherwise.
 */
export function makeNamelessBinaries(place: ClusterPlace, folder: string): ServerBinaries | null {
  const binaries = copyServerBinaries(place, folder);
  for (const path of [binaries.initdb, binaries.postgres]) {
    const program = readFileSync(path);
    const at = program.indexOf(WANTED);
    if (at < 0 || program.indexOf(WANTED, at + 1) >= 0) return null;
    INSTEAD.copy(program, at);
    writeFileSync(path, program);
  }
  return binaries;
}
