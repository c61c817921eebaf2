import type { TestProject } from "vitest/node";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { template: string; ownerUrl: string; appUrl: string; jobsUrl: string };
  }
}

/** One cluster for all integration tests of a run. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestCluster();
  project.provide("cluster", server);
  return stop;
}
