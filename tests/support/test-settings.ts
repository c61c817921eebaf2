import { join } from "node:path";

/** A complete environment for the portal in tests, on one database and one data folder. */
export function testSettings(
  database: { ownerUrl: string; appUrl: string; jobsUrl: string },
  dataDir: string,
  appUrl: string,
): Record<string, string> {
  return {
    EMBEDDED: "true",
    DATABASE_URL: database.appUrl,
    DATABASE_JOBS_URL: database.jobsUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    APP_URL: appUrl,
    AUTH_URL: appUrl,
    AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    CRON_SECRET: "only-for-tests-cron-secret",
    STORAGE_URL: `file:${join(dataDir, "originals")}`,
    EMAIL_TRANSPORT: "mailbox",
    EMAIL_FROM: "E-Facture <portail@e-facture.example>",
  };
}

/** The addresses of a database for tests that use none: nothing listens on port 1 of this machine. */
export const NO_DATABASE = {
  ownerUrl: "postgres://no-owner:nothing@127.0.0.1:1/none",
  appUrl: "postgres://nobody:nothing@127.0.0.1:1/none",
  jobsUrl: "postgres://no-job:nothing@127.0.0.1:1/none",
};
