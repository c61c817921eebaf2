import { sqlClient } from "@/db/client";
import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { forgetEnv } from "@/lib/env";
import { embeddedSettings } from "@/scripts/launcher/embedded-settings";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

/** Starts a new embedded cluster in a temporary folder and sets `lib` to it. */
export async function throwAwayDatabase() {
  const dataDir = createTemporaryFolder("bench");
  const database = await startEmbedded({ dataDir, fast: true });
  let pool: typeof globalThis.efactureSql;
  const point = () => {
    Object.assign(process.env, embeddedSettings(dataDir, "http://localhost:3000"), {
      DATABASE_URL: database.appUrl,
    });
    forgetEnv();
    globalThis.efactureSql = pool;
    pool = sqlClient();
    forgetEnv(); // So that `lib` reads settings that the caller changes later.
  };
  point();
  return {
    ownerUrl: database.ownerUrl,
    grantLogin: () => grantApplicationLogin(database.ownerUrl, database.appUrl),
    /** Sets `lib` to this database again. */
    point,
    remove: async () => {
      await pool?.end();
      if (globalThis.efactureSql === pool) globalThis.efactureSql = undefined;
      forgetEnv();
      await database.stop();
      removeTemporaryFolder(dataDir);
    },
  };
}
