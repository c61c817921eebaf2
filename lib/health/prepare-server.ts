import { sqlClient } from "@/db/client";
import { env, publishAuthUrl } from "@/lib/env";
import { startWorkTimer } from "@/lib/jobs/work-timer";
import { describeError, log } from "@/lib/log";
import { storage } from "@/lib/storage/open-storage";

/**
 * Checks the settings when a server starts, and that row-level security applies to the database role. Stops the process
 * with a sentence that says what to do.
 */
export async function prepareServer(): Promise<void> {
  try {
    env();
    publishAuthUrl();
    storage();
    if (await bypassesRowSecurity()) {
      throw new Error(
        "DATABASE_URL names a role that bypasses row-level security (a superuser, BYPASSRLS, or the tables' owner). " +
          "Use a plain login role that is a member of efacture_app.",
      );
    }
    if (env().EMBEDDED) startWorkTimer();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}

/**
 * Returns whether the database role bypasses row-level security. False also while the database cannot be reached;
 * /api/ready and the pages report that.
 */
async function bypassesRowSecurity(): Promise<boolean> {
  try {
    const [row] = await sqlClient()<{ bypasses: boolean }[]>`
      select rolsuper or rolbypassrls or exists (
        select from pg_class where relname = 'invoices' and relnamespace = 'public'::regnamespace and relowner = r.oid
      ) as bypasses
      from pg_roles r where rolname = current_user`;
    return row?.bypasses ?? false;
  } catch (error) {
    log("warn", "database_not_reached_at_start", describeError(error));
    return false;
  }
}
