import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readIfPresent } from "./private-file";

/** Deletes the cluster of `dataDir`, inside or outside it, and nothing else. Only for stopped clusters. */
export function removeCluster(dataDir: string): void {
  const inside = join(dataDir, "postgres");
  const outside = readIfPresent(join(inside, "location"));
  if (outside && existsSync(join(outside, "belongs-to"))) rmSync(outside, { recursive: true, force: true });
  rmSync(inside, { recursive: true, force: true });
}
