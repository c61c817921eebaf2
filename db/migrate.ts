import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant: two deployments migrating at once take turns on it. */
const LOCK = 4_116_931;

/** Brings the database of `ownerUrl` to the newest schema; safe to run again and side by side. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle({ client }), { migrationsFolder: FOLDER });
  } finally {
    await client.end();
  }
}
