import { sqlClient } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { withViewer } from "@/lib/access/with-viewer";
import { type Adoption, readAdoption } from "@/lib/installation/read-adoption";
import { describeError, log } from "@/lib/log";
import { storage } from "@/lib/storage/open-storage";
import { havePassedStartChecks, passStartChecks } from "./start-checks";

/** The creation time of this build's newest numbered migration; Drizzle records applied migrations by this time. */
const NEWEST_MIGRATION = Math.max(...journal.entries.map(({ when }) => when));

/** The name of that migration, as in db/migrations. */
export const NEWEST_MIGRATION_NAME = journal.entries.at(-1)?.tag ?? "";

export interface Readiness {
  database: boolean;
  migrations: boolean;
  storage: boolean;
}

/**
 * Whether this process can work now: the start checks have passed, the database has the schema of this build, and the
 * storage answers. Start checks that have not passed are tried again at once.
 */
export async function checkReadiness(): Promise<Readiness> {
  // A wrong setting is reported by `prepareServer`, which ends the process.
  if (!havePassedStartChecks()) await passStartChecks().catch(() => false);
  const [applied, stored] = await Promise.all([
    attempt("database", async () => {
      const [row] = await sqlClient()<{ newest: number | null }[]>`
        select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`;
      return row?.newest ?? 0;
    }),
    attempt("storage", async () => storage().size("readiness/probe")),
  ]);
  return {
    database: applied !== undefined,
    migrations: applied !== undefined && applied >= NEWEST_MIGRATION,
    storage: stored !== undefined,
  };
}

/** Whether this deployment may send mails and run jobs; null when the database does not answer. */
export const findAdoption = async (): Promise<Adoption | null> =>
  (await attempt("database", () => withViewer({ kind: "anonymous" }, readAdoption))) ?? null;

async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log("warn", "not_ready", { reason: what, ...describeError(error) });
    return undefined;
  }
}
