import postgres from "postgres";
import { closePools, sqlClient } from "@/db/client";
import { grantLogins } from "@/db/embedded/grant-logins";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { forgetEnv } from "@/lib/env";
import { embeddedSettings } from "@/scripts/launcher/embedded-settings";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

/**
 * Starts a new embedded cluster with the current schema in a temporary folder and makes `lib` use it. `owner` is a
 * connection as the owner of the tables.
 */
export async function temporaryDatabase() {
  const dataDir = createTemporaryFolder("bench");
  const database = await startEmbedded({ dataDir, fast: true });
  let pools: typeof globalThis.efacturePools;
  const makeCurrent = () => {
    Object.assign(process.env, embeddedSettings(dataDir, "http://localhost:3000"), {
      DATABASE_URL: database.appUrl,
      DATABASE_JOBS_URL: database.jobsUrl,
    });
    forgetEnv();
    globalThis.efacturePools = pools;
    sqlClient();
    sqlClient("jobs");
    pools = globalThis.efacturePools;
    forgetEnv(); // So that `lib` reads settings that the caller changes later.
  };
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const remove = async () => {
    const others = globalThis.efacturePools;
    globalThis.efacturePools = pools;
    await closePools();
    if (others !== pools) globalThis.efacturePools = others;
    forgetEnv();
    await owner.end();
    await database.stop();
    removeTemporaryFolder(dataDir);
  };
  makeCurrent();
  try {
    await migrate(database.ownerUrl);
    await grantLogins(database);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    owner,
    /** Makes `lib` use this database again. */
    makeCurrent,
    remove,
  };
}
