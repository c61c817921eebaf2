import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPortal, portalSources } from "@/scripts/launcher/portal-build";

/** Inside the project, so that its packages are found. */
const FOLDER = resolve(".data/bench-portal");
const BARE_PAGE = fileURLToPath(new URL("bare-page.tsx", import.meta.url));

/** Builds the portal's sources with an additional bare page at `/bare`, in a separate folder. */
export async function buildWithBarePage(): Promise<{ folder: string; remove(): void }> {
  const remove = () => rmSync(FOLDER, { recursive: true, force: true });
  remove();
  const { files, folders } = portalSources();
  // With a lock file Next would treat the folder as a separate project without packages.
  for (const name of [...folders, ...files.filter((file) => file !== "package-lock.json")])
    cpSync(name, join(FOLDER, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(FOLDER, "node_modules"));
  mkdirSync(join(FOLDER, "app/bare"));
  cpSync(BARE_PAGE, join(FOLDER, "app/bare/page.tsx"));
  const { ok, output } = await buildPortal(() => {}, FOLDER);
  if (!ok) throw new Error(`The portal does not build.\n\n${output.trim()}`);
  return { folder: FOLDER, remove };
}
