import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { embeddedSettings } from "@/scripts/launch/embedded-settings";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A fresh embedded cluster in a temporary folder, with `lib` pointed at it. */
export async function throwAwayDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), "e-facture-bench-"));
  const database = await startEmbedded({ dataDir, fast: true });
  Object.assign(process.env, embeddedSettings(dataDir, "http://localhost:3000"), {
    DATABASE_URL: database.appUrl,
  });
  return {
    ownerUrl: database.ownerUrl,
    grantLogin: () => grantApplicationLogin(database.ownerUrl, database.appUrl),
    remove: async () => {
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
