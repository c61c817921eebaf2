import { existsSync } from "node:fs";
import { closeDataFolder } from "@/db/embedded/private-file";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start-embedded";
import { dataFolder, embeddedSettings } from "./embedded-settings";

/** Reads `.env` if there is one. It does not override variables of the environment. */
export function loadDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

export function isEmbedded(): boolean {
  return !process.env.DATABASE_URL;
}

/**
 * Starts the embedded database and sets the environment of this process, so that `lib/env` finds all settings. Call it
 * only if `isEmbedded()`.
 */
export async function openEmbedded(appUrl: string): Promise<EmbeddedDatabase> {
  const dataDir = dataFolder();
  const database = await startEmbedded({ dataDir });
  closeDataFolder(dataDir);
  Object.assign(process.env, embeddedSettings(dataDir, appUrl), {
    DATABASE_URL: database.appUrl,
    DATABASE_JOBS_URL: database.jobsUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  return database;
}
