import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import type { EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";

/** Brings an embedded database to the newest schema and lets the application's login use it. */
export async function applySchema(database: Pick<EmbeddedDatabase, "ownerUrl" | "appUrl">): Promise<void> {
  await migrate(database.ownerUrl);
  await grantApplicationLogin(database.ownerUrl, database.appUrl);
}
