import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDataFolder, makeFolder, readIfPresent, writePrivateFile } from "./private-file";

/** The user of the server process. PostgreSQL refuses root: when root starts it, it runs as a user without rights. */
interface ServerUser {
  uid: number;
  gid: number;
}

export interface ClusterPlace {
  /** The folder of the cluster: data folder, credentials, leases, log. */
  home: string;
  /** Null: the user of this process. */
  serverUser: ServerUser | null;
}

const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/**
 * Finds the place of the cluster of `dataDir`: inside it or, if the server's user may not enter it (root's home is
 * closed to others), in another folder whose path is recorded in `dataDir`. A copied `dataDir` gets a new cluster, a
 * moved one keeps its own.
 */
export function findClusterPlace(dataDir: string): ClusterPlace {
  const isRoot = process.getuid?.() === 0;
  makeDataFolder(dataDir);
  const dataFolder = realpathSync(dataDir);
  const inside = join(dataFolder, "postgres");
  makeFolder(inside, 0o711);
  if (!isRoot) return { home: inside, serverUser: null };

  const serverUser = ownerOf(join(inside, "cluster", "data")) ?? NOBODY;
  if (existsSync(join(inside, "cluster")) || canEnter(inside, serverUser))
    return { home: inside, serverUser };
  return { home: placeOutside(dataFolder, inside, serverUser), serverUser };
}

function ownerOf(folder: string): ServerUser | null {
  if (!existsSync(folder)) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

/** Returns whether the user can enter the folder. Tries it, because modes, access lists and mounts all matter. */
function canEnter(folder: string, user: ServerUser): boolean {
  const attempt = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  if (attempt.error) {
    throw new Error(
      `PostgreSQL does not run as root, and user ${user.uid} cannot be used here (${attempt.error.message}). ` +
        "Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return attempt.status === 0;
}

function placeOutside(dataFolder: string, inside: string, user: ServerUser): string {
  const record = join(inside, "location");
  const recorded = readIfPresent(record);
  if (recorded && belongsTo(recorded, dataFolder, record)) return recorded;

  const name = `e-facture-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
  const base = ["/var/lib", "/var/tmp", tmpdir()].find((folder) => isUsable(folder, user));
  if (!base)
    throw new Error("No folder found that PostgreSQL's user can reach. Set DATA_DIR to such a folder.");
  removeOrphans(base);
  const home = join(base, name);
  // No record of this data folder names the folder: it belonged to a deleted data folder with the same path.
  if (existsSync(home)) rmSync(home, { recursive: true });
  makeFolder(home, 0o711);
  writePrivateFile(join(home, "belongs-to"), dataFolder);
  writePrivateFile(record, home);
  return home;
}

/** Removes the clusters of temporary data folders that were deleted, because nothing else removes them. */
function removeOrphans(base: string): void {
  for (const name of readdirSync(base).filter((one) => /^e-facture-[0-9a-f]{12}$/.test(one))) {
    const owner = readIfPresent(join(base, name, "belongs-to"));
    const isTemporary = owner?.startsWith(`${realpathSync(tmpdir())}/`) ?? false;
    if (owner && isTemporary && !existsSync(owner)) rmSync(join(base, name), { recursive: true });
  }
}

function isUsable(folder: string, user: ServerUser): boolean {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return false;
  }
  return canEnter(folder, user);
}

/**
 * Returns whether the recorded cluster at `home` belongs to this data folder. If the data folder was moved, updates
 * the cluster's owner; if it is a copy, or the cluster is gone, removes the record.
 */
function belongsTo(home: string, dataFolder: string, record: string): boolean {
  const owner = readIfPresent(join(home, "belongs-to"));
  if (owner === dataFolder) return true;
  const ownerExists = owner !== null && existsSync(join(owner, "postgres", "location"));
  if (owner === null || ownerExists) {
    rmSync(record, { force: true });
    return false;
  }
  writePrivateFile(join(home, "belongs-to"), dataFolder);
  return true;
}
