import { grantLogins } from "@/db/embedded/grant-logins";
import type { EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";

/** Migrates an embedded database to the newest schema and gives the portal's two logins access to it. */
export async function applySchema(
  database: Pick<EmbeddedDatabase, "ownerUrl" | "appUrl" | "jobsUrl">,
): Promise<void> {
  await migrate(database.ownerUrl);
  await grantLogins(database);
}
