import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMissing, readLockFile } from "./lock-file";

// `npm run lock`: adds to package-lock.json the entries that `npm ci` needs, and keeps all versions. npm leaves out the
// optional packages of other platforms when it writes the file beside an installed node_modules. So this script copies
// the lock file without the packages that depend on the missing ones, and lets npm complete the copy in a folder
// without node_modules.
const lock = readLockFile(readFileSync("package-lock.json", "utf8"));
const missing = findMissing(lock);
const folder = mkdtempSync(join(tmpdir(), "e-facture-lock-"));
try {
  for (const name of ["package.json", ".npmrc"]) copyFileSync(name, join(folder, name));
  for (const path of missing.keys()) if (path !== "") delete lock.packages[path];
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  const install = ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = spawnSync("npm", install, { cwd: folder, stdio: "inherit" });
  if (npm.status !== 0) throw new Error("npm could not complete the lock file.");
  const left = findMissing(readLockFile(readFileSync(join(folder, "package-lock.json"), "utf8")));
  if (left.size > 0) throw new Error(`Not in the registry: ${[...left.values()].flat().join(", ")}.`);
  copyFileSync(join(folder, "package-lock.json"), "package-lock.json");
  console.log(`${[...missing.values()].flat().length} packages added.`);
} finally {
  rmSync(folder, { recursive: true });
}
