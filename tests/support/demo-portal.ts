import { join } from "node:path";
import { writeDemoFile } from "@/scripts/launch/demo-file";
import { loadDemo } from "@/scripts/launch/load-demo";
import { startApp } from "./app";
import { createTestDatabase } from "./database";
import { createTemporaryFolder, removeTemporaryFolder } from "./temporary-folder";
import { startTestCluster } from "./test-cluster";
import { testSettings } from "./test-settings";

/**
 * The portal as `npm start` would bring it up, built, with fresh demo data, on a free port. Tests find it at
 * `baseURL`, and the demo's people in `tests/support/demo.ts`.
 */
export default async function startDemoPortal(): Promise<() => Promise<void>> {
  const cleanUps: (() => Promise<void> | void)[] = [];
  const cleanUp = async () => {
    for (const step of cleanUps.splice(0).reverse()) await step();
  };
  try {
    const cluster = await startTestCluster();
    cleanUps.push(() => cluster.stop());
    const folder = createTemporaryFolder("e2e");
    cleanUps.push(() => removeTemporaryFolder(folder));
    const database = await createTestDatabase(cluster, "e2e");
    const dataDir = join(folder, "data");

    const app = await startApp({ database, dataDir });
    cleanUps.push(() => app.stop());
    Object.assign(process.env, testSettings(database, dataDir, app.url), { E2E_URL: app.url });
    writeDemoFile(dataDir, await loadDemo(dataDir, () => {}), app.url);
    return cleanUp;
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
