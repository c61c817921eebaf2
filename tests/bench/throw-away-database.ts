import { sqlClient } from "@/db/client";
import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { forgetEnv } from "@/lib/env";
import { embeddedSettings } from "@/scripts/launcher/embedded-settings";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

/** A fresh embedded cluster in a temporary folder, with `lib` pointed at it until it is pointed elsewhere. */
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
    forgetEnv(); // What the caller sets from here on counts.
  };
  point();
  return {
    ownerUrl: database.ownerUrl,
    grantLogin: () => grantApplicationLogin(database.ownerUrl, database.appUrl),
    /** Points `lib` at it again. */
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
