import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { embeddedSettings } from "@/scripts/launch/embedded-settings";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

/** A fresh embedded cluster in a temporary folder, with `lib` pointed at it. */
export async function throwAwayDatabase() {
  const dataDir = createTemporaryFolder("bench");
  const database = await startEmbedded({ dataDir, fast: true });
  Object.assign(process.env, embeddedSettings(dataDir, "http://localhost:3000"), {
    DATABASE_URL: database.appUrl,
  });
  return {
    ownerUrl: database.ownerUrl,
    grantLogin: () => grantApplicationLogin(database.ownerUrl, database.appUrl),
    remove: async () => {
      await database.stop();
      removeTemporaryFolder(dataDir);
    },
  };
}
