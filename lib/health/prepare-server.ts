import { holdQueries } from "@/db/client";
import { env, hasOwnerUrl, isStartedByLauncher, publishAuthUrl } from "@/lib/env";
import { checkAdoption } from "@/lib/installation/check-adoption";
import { startWorkTimer } from "@/lib/jobs/work-timer";
import { describeError, log } from "@/lib/log";
import { storage } from "@/lib/storage/open-storage";
import { passStartChecks, WrongSetting } from "./start-checks";

const RETRY_MS = 2_000;

/**
 * Checks everything that a server needs before it serves: the settings, the storage, and the two logins of the
 * database. A wrong setting stops the process with a sentence that says what to do, also when it is only found later,
 * because the database was down at first. Until the checks have passed nothing is queried, and the server answers 503.
 */
export async function prepareServer(): Promise<void> {
  try {
    env();
    if (hasOwnerUrl())
      throw new WrongSetting(
        "DATABASE_OWNER_URL must not be in the environment of the web process. Give it to `npm run db:migrate` alone.",
      );
    if (env().EMBEDDED && !isStartedByLauncher())
      throw new WrongSetting(
        "EMBEDDED must not be set here: the embedded mode has public demo passwords. Only `npm start` opens it.",
      );
    publishAuthUrl();
    storage();
  } catch (error) {
    stopWith(error);
  }
  holdQueries(true);
  await checkUntilPassed();
}

async function checkUntilPassed(): Promise<void> {
  try {
    if (!(await passStartChecks())) {
      setTimeout(() => void checkUntilPassed(), RETRY_MS).unref();
      return;
    }
    // The first deployment with an empty database is remembered; another one is warned of in the log at its start.
    await checkAdoption().catch((error: unknown) =>
      log("warn", "adoption_not_checked", describeError(error)),
    );
    if (env().EMBEDDED) startWorkTimer();
  } catch (error) {
    stopWith(error);
  }
}

function stopWith(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}
