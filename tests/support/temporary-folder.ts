import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLive, processIdentity } from "@/db/embedded/live-process";
import { removeCluster } from "@/db/embedded/remove-cluster";

const PREFIX = "efacture";

/** A new folder that other users, such as the database's user, may enter. Its name contains its process. */
export function createTemporaryFolder(purpose: string): string {
  const name = [PREFIX, processIdentity(process.pid), `${purpose}-`].join("_");
  const folder = mkdtempSync(join(realpathSync(tmpdir()), name));
  chmodSync(folder, 0o711);
  return folder;
}

/** Deletes the folder and the cluster that may be in it. */
export function removeTemporaryFolder(folder: string): void {
  removeCluster(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Deletes the folders of killed test runs. */
export function sweepTemporaryFolders(): void {
  const folder = realpathSync(tmpdir());
  for (const name of readdirSync(folder)) {
    const [prefix, identity, purpose] = name.split("_");
    if (prefix !== PREFIX || !identity || !purpose || isLive(identity)) continue;
    try {
      removeTemporaryFolder(join(folder, name));
    } catch {
      // It belongs to another user.
    }
  }
}
