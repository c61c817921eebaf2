import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import type { EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";

/** Migrates an embedded database to the newest schema and gives the application's login access to it. */
export async function applySchema(database: Pick<EmbeddedDatabase, "ownerUrl" | "appUrl">): Promise<void> {
  await migrate(database.ownerUrl);
  await grantApplicationLogin(database.ownerUrl, database.appUrl);
}
