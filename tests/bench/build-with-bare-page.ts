import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPortal, portalSources } from "@/scripts/launcher/portal-build";

/** Inside the project, for its packages to be found. */
const FOLDER = resolve(".data/bench-portal");
const BARE_PAGE = fileURLToPath(new URL("bare-page.tsx", import.meta.url));

/** A build of the portal's sources with a bare page at `/bare` beside them, in a folder of its own. */
export async function buildWithBarePage(): Promise<{ folder: string; remove(): void }> {
  const remove = () => rmSync(FOLDER, { recursive: true, force: true });
  remove();
  const { files, folders } = portalSources();
  // A lock file would make the folder a project of its own, without packages.
  for (const name of [...folders, ...files.filter((file) => file !== "package-lock.json")])
    cpSync(name, join(FOLDER, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(FOLDER, "node_modules"));
  mkdirSync(join(FOLDER, "app/bare"));
  cpSync(BARE_PAGE, join(FOLDER, "app/bare/page.tsx"));
  const { ok, output } = await buildPortal(() => {}, FOLDER);
  if (!ok) throw new Error(`The portal does not build.\n\n${output.trim()}`);
  return { folder: FOLDER, remove };
}
