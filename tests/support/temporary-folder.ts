import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded } from "@/db/embedded/remove-embedded";

/** A new folder that other users may pass through, as the database's user must. */
export function createTemporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `efacture-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Deletes it with the cluster it may hold. */
export function removeTemporaryFolder(folder: string): void {
  removeEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}
