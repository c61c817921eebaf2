import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file that only its owner may read, completely or not at all. If root writes it, it belongs to the owner of
 * the folder, who may start the portal the next time.
 */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  giveToFolderOwner(draft);
  renameSync(draft, path);
}

/** Reads the text of a file; null when it does not exist. */
export function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isErrorCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Makes a folder with its parents; if root makes it, it belongs to the owner of the parent folder. */
export function makeFolder(path: string, mode: number): void {
  const made = mkdirSync(path, { recursive: true, mode });
  if (made) giveToFolderOwner(path);
}

/** Makes the data folder. If root makes it, other users may enter it, because the database's user needs to. */
export function makeDataFolder(path: string): void {
  makeFolder(path, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/**
 * Removes the rights of other users from a data folder that was made by an earlier version or under a loose umask, and
 * from its contents, except the cluster, whose user needs them. A folder that everybody shares (such as /tmp) stays as
 * it is.
 */
export function closeDataFolder(path: string): void {
  if (process.platform === "win32") return;
  takeRights(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== "postgres") takeRights(join(path, entry.name), 0o700);
    if (entry.isFile()) takeRights(join(path, entry.name), 0o600);
  }
}

function takeRights(path: string, atMost: number): void {
  const { mode, uid } = statSync(path);
  const isOurs = process.getuid?.() === 0 || uid === process.getuid?.();
  const isShared = (mode & 0o1000) !== 0;
  if (isOurs && !isShared && (mode & 0o777 & ~atMost) !== 0) chmodSync(path, mode & atMost);
}

function giveToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const folder = statSync(dirname(path));
  if (folder.uid !== 0) chownSync(path, folder.uid, folder.gid);
}

/** Returns whether a thrown value is a system error with one of these codes. */
export function isErrorCode(error: unknown, ...codes: string[]): error is Error {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
