import { join } from "node:path";
import { servesFolder } from "./live-process";
import { readIfPresent } from "./private-file";

export interface PostmasterFile {
  pid: number;
  port: number;
  /** The server accepts connections. */
  isReady: boolean;
  /** That very process runs on this very folder. */
  isLive: boolean;
}

/** What `postmaster.pid` says (PostgreSQL: src/include/utils/pidfile.h), or null when there is none. */
export function readPostmasterFile(dataFolder: string): PostmasterFile | null {
  const lines = readIfPresent(join(dataFolder, "postmaster.pid"))?.split("\n");
  if (!lines) return null;
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return { pid, port, isReady: (lines[7] ?? "").trim() === "ready", isLive: servesFolder(pid, dataFolder) };
}
