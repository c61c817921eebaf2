import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { z } from "zod";
import { makeDataFolder, readIfPresent, writePrivateFile } from "@/db/embedded/private-file";

const secrets = z.object({
  AUTH_SECRET: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  CRON_SECRET: z.string(),
});

/** Returns the data folder of this machine's portal. */
export function dataFolder(): string {
  return resolve(process.env.DATA_DIR || ".data");
}

/**
 * Returns the settings of the embedded mode, except those of the database: secrets that are generated once and kept in
 * `dataDir`, originals on disk, mails in the demo mailbox. A setting of the environment takes precedence.
 */
export function embeddedSettings(dataDir: string, appUrl: string): Record<string, string> {
  return {
    EMBEDDED: "true",
    DATA_DIR: dataDir,
    APP_URL: process.env.APP_URL || appUrl,
    AUTH_URL: process.env.AUTH_URL || process.env.APP_URL || appUrl,
    STORAGE_URL: process.env.STORAGE_URL || `file:${join(dataDir, "originals")}`,
    EMAIL_TRANSPORT: process.env.EMAIL_TRANSPORT || "mailbox",
    ...Object.fromEntries(
      Object.entries(readOrMakeSecrets(dataDir)).map(([name, kept]) => [name, process.env[name] || kept]),
    ),
  };
}

function readOrMakeSecrets(dataDir: string): z.infer<typeof secrets> {
  const path = join(dataDir, "secrets.json");
  const kept = readIfPresent(path);
  if (kept !== null) return secrets.parse(JSON.parse(kept));
  const made = {
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    CRON_SECRET: randomBytes(32).toString("base64url"),
  };
  makeDataFolder(dataDir);
  writePrivateFile(path, JSON.stringify(made, null, 2));
  return made;
}
