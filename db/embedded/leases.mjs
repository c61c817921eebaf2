// Who uses the cluster. A lease is an empty file named after its process: nothing to write halfway, and a
// killed process needs no one to take its lease back. A mark is the same thing for a keeper.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLive } from "./live-process.mjs";

/** The names in `folder` whose process lives; the others are removed. A name is `<identity>_<anything>`. */
export function liveNames(folder) {
  let names;
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
  return names.filter((name) => {
    if (isLive(name.split("_")[0])) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

/** Adds a name to a folder. */
export function addName(folder, name) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), "");
}

/** Changes a name in one step: a reader sees the old one or the new one. */
export function changeName(folder, from, to) {
  renameSync(join(folder, from), join(folder, to));
}

/** Takes a name away; absent is fine. */
export function removeName(folder, name) {
  rmSync(join(folder, name), { force: true });
}
