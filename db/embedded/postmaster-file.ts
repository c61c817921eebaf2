import { join } from "node:path";
import { servesFolder } from "./live-process";
import { readIfPresent } from "./private-file";

export interface PostmasterFile {
  pid: number;
  port: number;
  /** The server accepts connections. */
  isReady: boolean;
  /** The process with this number is a server on this data folder. */
  isLive: boolean;
}

/** Reads `postmaster.pid` (PostgreSQL: src/include/utils/pidfile.h); null when there is none. */
export function readPostmasterFile(dataFolder: string): PostmasterFile | null {
  const lines = readIfPresent(join(dataFolder, "postmaster.pid"))?.split("\n");
  if (!lines) return null;
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return { pid, port, isReady: (lines[7] ?? "").trim() === "ready", isLive: servesFolder(pid, dataFolder) };
}
