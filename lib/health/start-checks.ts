import { areQueriesHeld, holdQueries, type Login, openPool } from "@/db/client";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { loginFaults } from "./login-faults";

/** A wrong setting: its message says which, and what to do. The process must not serve with it. */
export class WrongSetting extends Error {
  override name = "WrongSetting";
}

const LOGINS: readonly Login[] = ["web", "jobs"];
let running: Promise<boolean> | undefined;

/**
 * Examines the database's two logins, and in the embedded mode that the database is the embedded one. Until this has
 * passed once, no query of the portal runs (`holdQueries`), so a database that was down at the start is examined
 * before it is used. Returns whether it has passed; false while the database cannot be reached. Throws `WrongSetting`.
 */
export function passStartChecks(): Promise<boolean> {
  return (running ??= examine().finally(() => (running = undefined)));
}

/** Whether the checks have passed. */
export const havePassedStartChecks = (): boolean => !areQueriesHeld();

async function examine(): Promise<boolean> {
  const faults: string[] = [];
  for (const login of LOGINS) {
    const sql = openPool(login, 1);
    try {
      faults.push(...(await loginFaults(sql, login)));
      if (login === "web" && env().EMBEDDED && !(await isEmbeddedDatabase(sql)))
        faults.push(
          "EMBEDDED is true, but DATABASE_URL is not the embedded database. Leave EMBEDDED out: `npm start` sets it itself when DATABASE_URL is not set.",
        );
    } catch (error) {
      const reason = login === "web" ? "DATABASE_URL" : "DATABASE_JOBS_URL";
      log("warn", "start_check_not_passed", { reason, ...describeError(error) });
      return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  if (faults.length > 0) throw new WrongSetting(faults.join("\n"));
  holdQueries(false);
  return true;
}

/** Reads the mark that only the embedded mode sets (db/embedded/grant-logins.ts). */
async function isEmbeddedDatabase(sql: ReturnType<typeof openPool>): Promise<boolean> {
  const [row] = await sql<
    { mark: string | null }[]
  >`select current_setting('efacture.embedded', true) as mark`;
  return row?.mark === "on";
}
