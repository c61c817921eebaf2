import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});
const packageEntry = z.looseObject({
  dependencies: names,
  optionalDependencies: names,
  devDependencies: names,
  resolved: z.string().optional(),
});
const lockFile = z.looseObject({ packages: z.record(z.string(), packageEntry) });

export type LockFile = z.infer<typeof lockFile>;

/** Reads the text of a package-lock.json. Its packages are keyed by folder; the project itself has the key "". */
export function readLockFile(text: string): LockFile {
  return lockFile.parse(JSON.parse(text));
}

/**
 * Returns the missing entries of a lock file: for the folder of each package, the names of its dependencies without an
 * entry. `npm ci` refuses a lock file that lacks an entry, even that of an optional package of another platform.
 */
export function findMissing({ packages }: LockFile): Map<string, string[]> {
  const missing = new Map<string, string[]>();
  for (const [folder, entry] of Object.entries(packages)) {
    const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies };
    const absent = Object.keys(wanted).filter((name) => !isLocked(packages, folder, name));
    if (absent.length > 0) missing.set(folder, absent);
  }
  return missing;
}

/** Tells whether Node would find the package from `folder`: there or in a parent folder. */
function isLocked(packages: LockFile["packages"], folder: string, name: string): boolean {
  const path = `${folder ? `${folder}/` : ""}node_modules/${name}`;
  if (path in packages) return true;
  if (folder === "") return false;
  return isLocked(packages, folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/"))), name);
}
