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

/** Reads the text of a package-lock.json; every package is under its folder, the project under "". */
export function readLockFile(text: string): LockFile {
  return lockFile.parse(JSON.parse(text));
}

/**
 * What the lock file lacks, as the folders of the packages that need it: for each, the names of its dependencies
 * that have no entry. `npm ci` refuses a lock file that lacks one, optional ones of other platforms included.
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

/** Whether Node, in `folder`, would find the package: there or in a folder above. */
function isLocked(packages: LockFile["packages"], folder: string, name: string): boolean {
  const place = `${folder ? `${folder}/` : ""}node_modules/${name}`;
  if (place in packages) return true;
  if (folder === "") return false;
  return isLocked(packages, folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/"))), name);
}
