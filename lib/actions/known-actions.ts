import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isDevelopment } from "@/lib/env";

const MANIFEST = ".next/server/server-reference-manifest.json";
const manifest = z.object({ node: z.record(z.string(), z.unknown()) });

let known: ReadonlySet<string> | null | undefined;

/**
 * Returns whether this build may have the action with that id. Ids come from the file and the name of an action and from
 * NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, so most stay the same in the next build. Where the build's manifest cannot be read,
 * as in development, every id counts as known; Next then refuses unknown ones in its own words.
 */
export function isKnownAction(id: string): boolean {
  if (known === undefined) known = isDevelopment ? null : readKnown();
  return known?.has(id) ?? true;
}

function readKnown(): ReadonlySet<string> | null {
  try {
    const text = readFileSync(join(process.cwd(), MANIFEST), "utf8");
    return new Set(Object.keys(manifest.parse(JSON.parse(text)).node));
  } catch {
    return null;
  }
}
