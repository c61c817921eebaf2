import { fork } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { z } from "zod";
import { readIfPresent } from "@/db/embedded/private-file";
import { type DemoAccess, demoAccess } from "./demo-file";

const SEEDER = fileURLToPath(new URL("./seed-process.ts", import.meta.url));

const message = z.union([
  z.object({ progress: z.tuple([z.number(), z.number(), z.string()]) }),
  z.object({ access: demoAccess }),
]);

/** Tells whether the database has no supplier yet. */
export async function isDatabaseEmpty(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const [row] = await sql<{ empty: boolean }[]>`select not exists (select from suppliers) as empty`;
    return row?.empty ?? false;
  } finally {
    await sql.end();
  }
}

/** Tells whether an earlier loading of the demo data did not finish. */
export function wasDemoInterrupted(dataDir: string): boolean {
  return readIfPresent(loadingFile(dataDir)) !== null;
}

/** Deletes what an interrupted loading left: the contents of the database and the files. */
export async function clearInterruptedDemo(dataDir: string, ownerUrl: string): Promise<void> {
  const server = new URL(ownerUrl);
  const database = server.pathname.slice(1);
  server.pathname = "/postgres";
  const sql = postgres(server.href, { max: 1, onnotice: () => {} });
  try {
    await sql`drop database if exists ${sql(database)} with (force)`;
    await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
  for (const name of ["originals", "mailbox", "demo.json", "seeding"]) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * Loads the demo data with the settings of this process, but in a separate process: making hundreds of PDFs needs
 * memory, which is freed when that process ends.
 */
export async function loadDemo(
  dataDir: string,
  onProgress: (done: number, total: number, label: string) => void,
): Promise<DemoAccess> {
  writeFileSync(loadingFile(dataDir), "", { mode: 0o600 });
  const seeder = fork(SEEDER, { execArgv: ["--import", "tsx"], stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const stopSeeder = () => seeder.kill("SIGKILL");
  process.once("exit", stopSeeder);
  let access: DemoAccess | null = null;
  let errorOutput = "";
  for (const stream of [seeder.stdout, seeder.stderr])
    stream?.on("data", (text) => (errorOutput += String(text)));
  seeder.on("message", (received) => {
    const parsed = message.parse(received);
    if ("progress" in parsed) onProgress(...parsed.progress);
    else access = parsed.access;
  });
  const code = await new Promise<number | string>((resolve) => {
    seeder.on("error", (error) => resolve(error.message));
    seeder.on("exit", (exit, signal) => resolve(exit ?? signal ?? 1));
  });
  process.off("exit", stopSeeder);
  if (code !== 0 || access === null)
    throw new Error(`The demo data could not be loaded (${code}).\n\n${errorOutput.trim()}`);
  rmSync(loadingFile(dataDir), { force: true });
  return access;
}

/** The file that exists while the demo data is being loaded; after an interruption it is still there. */
function loadingFile(dataDir: string): string {
  return join(dataDir, "seeding");
}
