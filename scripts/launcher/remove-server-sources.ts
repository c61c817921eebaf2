import { readdirSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** The types of the files that browsers load from `/_next/static`. */
export const STATIC_TYPES = [".js", ".css", ".woff2", ".svg"];

/**
 * Removes the files that no browser loads from the public files of a build. Turbopack copies there each file that
 * server code names with `new URL(…, import.meta.url)`, also the TypeScript source of a worker thread. The server does
 * not need that copy, because it runs a bundle of the worker.
 */
export function removeServerSources(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!STATIC_TYPES.includes(extname(name)) && statSync(path).isFile()) rmSync(path);
  }
}
