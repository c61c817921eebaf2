import { readFileSync } from "node:fs";
import { join } from "node:path";
import { servesFolder } from "./live-process.mjs";

/**
 * What `postmaster.pid` says (PostgreSQL: src/include/utils/pidfile.h), or null when there is none. `isReady`
 * once the server accepts connections; `isLive` when that very process runs on this very folder.
 */
export function readPostmasterFile(dataFolder) {
  let lines;
  try {
    lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return { pid, port, isReady: (lines[7] ?? "").trim() === "ready", isLive: servesFolder(pid, dataFolder) };
}
