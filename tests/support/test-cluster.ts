import postgres from "postgres";
import { grantLogins } from "@/db/embedded/grant-logins";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { createTemporaryFolder, removeTemporaryFolder } from "./temporary-folder";

export interface TestCluster {
  /** An empty migrated database without connections, for `create database … template`. */
  template: string;
  ownerUrl: string;
  appUrl: string;
  jobsUrl: string;
  stop(): Promise<void>;
}

/** The template of every test cluster. */
export const TEMPLATE = "efacture_template";

/** Starts a temporary PostgreSQL, with the template from which test databases are copied. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = createTemporaryFolder("cluster");
  try {
    const database = await startEmbedded({ dataDir: folder, fast: true });
    await makeTemplate(database);
    const stop = async () => {
      await database.stop();
      removeTemporaryFolder(folder);
    };
    const { ownerUrl, appUrl, jobsUrl } = database;
    return { template: TEMPLATE, ownerUrl, appUrl, jobsUrl, stop };
  } catch (error) {
    removeTemporaryFolder(folder);
    throw error;
  }
}

/** Returns the connection URL of another database of the same server. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function makeTemplate(server: { ownerUrl: string; appUrl: string; jobsUrl: string }): Promise<void> {
  const { ownerUrl } = server;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`create database ${sql(TEMPLATE)}`;
    await migrate(inDatabase(ownerUrl, TEMPLATE));
    await grantLogins(server);
    await sql`alter database ${sql(TEMPLATE)} is_template true allow_connections false`;
  } finally {
    await sql.end();
  }
}
