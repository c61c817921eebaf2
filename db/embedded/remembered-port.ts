import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort, isPortFree } from "./free-port";

export interface RememberedPort {
  /** Returns the port of the last server that was ready; 0 when there was none. */
  last(): number;
  /** Stores the port of a server that is ready, for the next start. */
  remember(port: number): void;
  /** Returns the last port when it is wanted and free, else any free port. */
  choose(wantsLast: boolean): Promise<number>;
}

/** Returns access to the server's port, stored in a file of `home` so that a restart uses the same port. */
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
