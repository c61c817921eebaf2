import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeDemoFile } from "@/scripts/launcher/demo-file";
import { loadDemo } from "@/scripts/launcher/load-demo";
import { startApp, type TestApp } from "./app";
import { createTestDatabase, type TestDatabase } from "./database";
import { createTemporaryFolder, removeTemporaryFolder } from "./temporary-folder";
import { startTestCluster } from "./test-cluster";
import { testSettings } from "./test-settings";

export interface DemoPortal {
  app: TestApp;
  stop(): Promise<void>;
}

/**
 * Starts the built portal like `npm start`, with fresh demo data, on a free port, and sets `process.env` to it. demo.ts
 * has the demo users. `folder` contains the build if it is not the project's own.
 */
export async function startDemoPortal(folder?: string): Promise<DemoPortal> {
  const cleanUps: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of cleanUps.splice(0).reverse()) await step();
  };
  try {
    const cluster = await startTestCluster();
    cleanUps.push(() => cluster.stop());
    const temporary = createTemporaryFolder("portal");
    cleanUps.push(() => removeTemporaryFolder(temporary));
    const database = await createTestDatabase(cluster, "portal");
    const dataDir = join(temporary, "data");
    mkdirSync(dataDir);

    // The demo data is loaded before the portal starts, as with `npm start`: otherwise the portal's daily work would
    // run on incomplete data.
    Object.assign(process.env, testSettings(database, dataDir, "http://localhost"));
    const demo = await loadDemo(dataDir, () => {});
    await spendActivationSteps(database);
    const app = await startApp({ database, dataDir, folder });
    cleanUps.push(() => app.stop());
    Object.assign(process.env, testSettings(database, dataDir, app.url));
    writeDemoFile(dataDir, demo, app.url);
    return { app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Puts the growing steps of the demo suppliers' first activations twelve hours ahead: the tests make more new customers
 * than a supplier may activate in its first hour (`turnOf`), and wait for their mails.
 */
const spendActivationSteps = (database: TestDatabase): Promise<unknown> =>
  database.asOwner(
    (sql) => sql`
      insert into supplier_sending (supplier_id, steps_started_at)
      select id, now() - interval '12 hours' from suppliers
      on conflict (supplier_id) do update set steps_started_at = excluded.steps_started_at`,
  );
