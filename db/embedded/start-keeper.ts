import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ClusterPlace } from "./cluster-place";
import type { ServerBinaries } from "./server-binaries";

const KEEPER = fileURLToPath(new URL("./keeper.ts", import.meta.url));
/** As a URL: the keeper runs in another folder, from which the package's name cannot be resolved. */
const TYPESCRIPT_LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  // No socket: its path may have only 107 characters, and a project's folder may have more.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "512MB",
  // This server never has a replica.
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

/** For the clusters of test runs: faster, but a power failure may lose data. */
const FAST_SETTINGS: Record<string, string> = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_wal_size: "2GB",
  autovacuum_naptime: "10min",
};

/** The options of the keeper, passed as JSON on its command line. */
export interface KeeperOptions {
  home: string;
  dataFolder: string;
  /** The server's program and its options. */
  postgres: string;
  settings: string[];
  /** The user of the server process; null: that of the keeper. */
  uid: number | null;
  gid: number | null;
}

export interface Keeper {
  /** Returns whether the keeper has ended; it ends when the server cannot be started. */
  hasEnded(): boolean;
}

/** Starts a keeper (see keeper.ts): a process that continues after this one and supervises the server. */
export function startKeeper(
  place: ClusterPlace,
  binaries: ServerBinaries,
  dataFolder: string,
  isFast: boolean,
): Keeper {
  const settings = Object.entries({ ...SETTINGS, ...(isFast ? FAST_SETTINGS : {}) });
  const options: KeeperOptions = {
    home: place.home,
    dataFolder,
    postgres: binaries.postgres,
    settings: settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    uid: place.serverUser?.uid ?? null,
    gid: place.serverUser?.gid ?? null,
  };
  const args = ["--import", TYPESCRIPT_LOADER, KEEPER, JSON.stringify(options)];
  const keeper = spawn(process.execPath, args, {
    cwd: place.home,
    detached: true,
    stdio: "ignore",
    // No other variables of our environment: the keeper must not get the debugger, the loaders and the secrets.
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
  });
  let hasEnded = false;
  keeper.on("error", () => (hasEnded = true));
  keeper.on("exit", () => (hasEnded = true));
  keeper.unref();
  return { hasEnded: () => hasEnded };
}
