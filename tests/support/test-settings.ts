import { join } from "node:path";

/** A complete environment for the portal in tests, on one database and one data folder. */
export function testSettings(
  database: { ownerUrl: string; appUrl: string },
  dataDir: string,
  appUrl: string,
): Record<string, string> {
  return {
    EMBEDDED: "true",
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    APP_URL: appUrl,
    AUTH_URL: appUrl,
    AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    CRON_SECRET: "only-for-tests-cron-secret",
    STORAGE_URL: `file:${join(dataDir, "originals")}`,
    EMAIL_TRANSPORT: "mailbox",
  };
}
