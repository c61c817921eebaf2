import { readdirSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** What browsers load from `/_next/static`. */
export const STATIC_TYPES = [".js", ".css", ".woff2", ".svg"];

/**
 * Removes from a build's public files what no browser loads. Turbopack copies each file that the server code names with
 * `new URL(…, import.meta.url)` there, also the TypeScript source of a worker thread, of which the server uses its own
 * bundle.
 */
export function removeServerSources(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!STATIC_TYPES.includes(extname(name)) && statSync(path).isFile()) rmSync(path);
  }
}
