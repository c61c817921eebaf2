import { closePools, sqlClient } from "@/db/client";
import { grantLogins } from "@/db/embedded/grant-logins";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { forgetEnv } from "@/lib/env";
import { embeddedSettings } from "@/scripts/launcher/embedded-settings";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

/** Starts a new embedded cluster in a temporary folder and sets `lib` to it. */
export async function temporaryDatabase() {
  const dataDir = createTemporaryFolder("bench");
  const database = await startEmbedded({ dataDir, fast: true });
  let pools: typeof globalThis.efacturePools;
  const point = () => {
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
  point();
  return {
    ownerUrl: database.ownerUrl,
    grantLogins: () => grantLogins(database),
    /** Sets `lib` to this database again. */
    point,
    remove: async () => {
      const others = globalThis.efacturePools;
      globalThis.efacturePools = pools;
      await closePools();
      if (others !== pools) globalThis.efacturePools = others;
      forgetEnv();
      await database.stop();
      removeTemporaryFolder(dataDir);
    },
  };
}
