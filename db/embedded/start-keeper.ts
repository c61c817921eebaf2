import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ClusterPlace } from "./cluster-place";
import type { ServerBinaries } from "./server-binaries";

const KEEPER = fileURLToPath(new URL("./keeper.mjs", import.meta.url));

const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  // A socket's path may have 107 characters, a project's folder more.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "512MB",
  // No replica ever follows this server.
  wal_level: "minimal",
  max_wal_senders: "0",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_checkpoints: "off",
  logging_collector: "off",
};

/** For clusters that live as long as a test run: nothing survives a power cut, everything is quicker. */
const FAST_SETTINGS: Record<string, string> = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_wal_size: "2GB",
  autovacuum_naptime: "10min",
};

export interface Keeper {
  /** Whether it has ended, which it does when the server cannot be started. */
  hasEnded(): boolean;
}

/** Starts a keeper (see keeper.mjs), which outlives us and looks after the server. */
export function startKeeper(
  place: ClusterPlace,
  binaries: ServerBinaries,
  dataFolder: string,
  isFast: boolean,
): Keeper {
  const settings = Object.entries({ ...SETTINGS, ...(isFast ? FAST_SETTINGS : {}) });
  const order = {
    home: place.home,
    dataFolder,
    postgres: binaries.postgres,
    settings: settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    uid: place.serverUser?.uid ?? null,
    gid: place.serverUser?.gid ?? null,
  };
  // Its own environment: a debugger, a loader or the secrets of whoever starts it are not for the keeper.
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify(order)], {
    cwd: place.home,
    detached: true,
    stdio: "ignore",
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH },
  });
  let isOver = false;
  keeper.on("error", () => (isOver = true));
  keeper.on("exit", () => (isOver = true));
  keeper.unref();
  return { hasEnded: () => isOver };
}
