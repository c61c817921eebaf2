import { grantApplicationLogin } from "@/db/embedded/grant-application-login";
import type { EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";

/** The newest schema in an embedded database, and the application's login into it. */
export async function bringUpSchema(database: Pick<EmbeddedDatabase, "ownerUrl" | "appUrl">): Promise<void> {
  await migrate(database.ownerUrl);
  await grantApplicationLogin(database.ownerUrl, database.appUrl);
}
