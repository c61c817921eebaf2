import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort, isPortFree } from "./free-port";

export interface RememberedPort {
  /** The port of the last server that was ready; 0 when there was none. */
  last(): number;
  /** Keeps the port of a server that is ready, for the next start. */
  remember(port: number): void;
  /** The port of last time when it is wanted and free, any free one otherwise. */
  choose(wantsLast: boolean): Promise<number>;
}

/** The server's port, kept in a file of `home` so that a restart has the same address. */
export function rememberedPort(home: string): RememberedPort {
  const path = join(home, "port");
  let last = readPort(path);
  return {
    last: () => last,
    remember: (port) => {
      if (port === last) return;
      last = port;
      writeFileSync(`${path}.${process.pid}`, String(port));
      renameSync(`${path}.${process.pid}`, path);
    },
    choose: async (wantsLast) => (wantsLast && last && (await isPortFree(last)) ? last : findFreePort()),
  };
}

function readPort(path: string): number {
  try {
    return Number(readFileSync(path, "utf8")) || 0;
  } catch {
    return 0;
  }
}
