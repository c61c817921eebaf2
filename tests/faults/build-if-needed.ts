import { buildPortal, isBuilt } from "@/scripts/launcher/portal-build";

/** Builds the portal unless the build is of exactly these sources. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt()) return;
  console.log("  building the portal first");
  const { ok, output } = await buildPortal(() => {});
  if (!ok) throw new Error(output);
}
