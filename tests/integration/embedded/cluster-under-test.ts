import { chownSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach } from "vitest";
import { liveLeases } from "@/db/embedded/leases";
import { readPostmasterFile } from "@/db/embedded/postmaster-file";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start-embedded";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

const folders: string[] = [];
const running: EmbeddedDatabase[] = [];

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) removeTemporaryFolder(folder);
});

/** A data folder that is deleted after the test; its cluster is stopped. */
export function newDataDir(): string {
  const folder = createTemporaryFolder("embedded");
  folders.push(folder);
  return folder;
}

export async function start(dataDir: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir });
  running.push(database);
  return database;
}

export async function query<T>(url: string, text: string): Promise<T | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(text).values();
    return row?.[0] as T | undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Gives the files in `path` the owner of `like`. Files copied by root belong to root, but a server reads only files of
 * its own user.
 */
export function setFileOwnerLike(path: string, like: string): void {
  const { uid, gid } = statSync(like);
  for (const name of ["", ...(statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [])]) {
    chownSync(join(path, String(name)), uid, gid);
  }
}

export function serverPid(database: { dataFolder: string }): number {
  const server = readPostmasterFile(database.dataFolder);
  if (!server?.isLive) throw new Error("The server is not running.");
  return server.pid;
}

/** Checks that no server runs on this data folder. */
export function isStopped(database: { dataFolder: string }): boolean {
  return !readPostmasterFile(database.dataFolder)?.isLive;
}

export function keepersOf(dataDir: string): string[] {
  return liveLeases(join(dataDir, "postgres", "keepers"));
}

export function killKeepers(dataDir: string): void {
  for (const keeper of keepersOf(dataDir)) process.kill(Number(keeper.split(".")[0]), "SIGKILL");
}
