import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ClusterPlace, findClusterPlace } from "./cluster-place";
import { createCluster, type Credentials, DATABASE, OWNER_ROLE } from "./create-cluster";
import { JOBS_LOGIN, WEB_LOGIN } from "./grant-logins";
import { addLease, liveLeases, removeLease } from "./leases";
import { processIdentity } from "./live-process";
import { openDatabase } from "./open-database";
import { readPostmasterFile } from "./postmaster-file";
import { isErrorCode } from "./private-file";
import { findServerBinaries, type ServerBinaries } from "./server-binaries";
import { type Keeper, startKeeper } from "./start-keeper";

export interface EmbeddedOptions {
  dataDir: string;
  /** For tests: faster, but a power failure may lose data. */
  fast?: boolean;
}

export interface EmbeddedDatabase {
  /** For the role that owns the database, for migrations. */
  ownerUrl: string;
  /** For the portal's two logins, usable after `grantLogins`. */
  appUrl: string;
  jobsUrl: string;
  port: number;
  /** Whether the server was already running for another process. */
  attached: boolean;
  /** The server's data folder and log. */
  dataFolder: string;
  logFile: string;
  /** Ends this use; the last user waits until the server has stopped. */
  stop(): Promise<void>;
}

const TIMEOUT_MS = 60_000;
const POLL_MS = 20;
let leaseCount = 0;

/**
 * Returns a running PostgreSQL for `dataDir`: creates it at the first call, attaches to it if another process has
 * started it, else starts it (also after a crash). Safe to call from several processes at the same time. If it is not
 * possible, throws an error whose message tells the user what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (error) {
    if (!isErrorCode(error, "EACCES", "EPERM")) throw error;
    throw new Error(
      `${options.dataDir} belongs to another user of this machine. Start as that user, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function start({ dataDir, fast: isFast = false }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = findClusterPlace(dataDir);
  const binaries = findServerBinaries(place);
  const credentials = createCluster(place, binaries, isFast);
  const dataFolder = realpathSync(join(place.home, "cluster")) + "/data";
  const users = join(place.home, "users");
  const lease = `${processIdentity(process.pid)}_${(leaseCount += 1)}`;
  addLease(users, lease);
  try {
    const { port, attached } = await reachServer(place, binaries, dataFolder, credentials, isFast);
    const url = (role: string, password: string) =>
      `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
    return {
      ownerUrl: url(OWNER_ROLE, credentials.ownerPassword),
      appUrl: url(WEB_LOGIN, credentials.webPassword),
      jobsUrl: url(JOBS_LOGIN, credentials.jobsPassword),
      port,
      attached,
      dataFolder,
      logFile: join(place.home, "server.log"),
      stop: () => leave(place, dataFolder, lease),
    };
  } catch (error) {
    removeLease(users, lease);
    throw error;
  }
}

async function reachServer(
  place: ClusterPlace,
  binaries: ServerBinaries,
  dataFolder: string,
  { ownerPassword }: Credentials,
  isFast: boolean,
): Promise<{ port: number; attached: boolean }> {
  let keeper: Keeper | null = null;
  let attached = true;
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    const keepers = liveLeases(join(place.home, "keepers"));
    const isClosing = keepers.some((name) => name.endsWith("_closing"));
    const server = readPostmasterFile(dataFolder);
    if (!server?.isLive) attached = false;
    if (!isClosing) {
      if (server?.isLive && server.isReady && keepers.length > 0) {
        const url = `postgres://${OWNER_ROLE}:${ownerPassword}@127.0.0.1:${server.port}`;
        if (await openDatabase(url, DATABASE, dataFolder)) return { port: server.port, attached };
      } else if (keepers.length === 0) {
        if (keeper?.hasEnded()) throw new Error(`PostgreSQL did not start.\n${lastLines(place.home)}`);
        keeper ??= startKeeper(place, binaries, dataFolder, isFast);
      }
    }
    await pause(POLL_MS);
  }
  throw new Error(`PostgreSQL did not become ready within a minute.\n${lastLines(place.home)}`);
}

async function leave(place: ClusterPlace, dataFolder: string, lease: string): Promise<void> {
  const users = join(place.home, "users");
  removeLease(users, lease);
  const deadline = Date.now() + TIMEOUT_MS;
  while (liveLeases(users).length === 0 && Date.now() < deadline) {
    const hasKeeper = liveLeases(join(place.home, "keepers")).length > 0;
    const server = readPostmasterFile(dataFolder);
    if (!hasKeeper && !server?.isLive) return;
    // The keeper was killed, so the server is stopped here.
    if (!hasKeeper && server?.isLive) process.kill(server.pid, "SIGINT");
    await pause(POLL_MS);
  }
}

function lastLines(home: string): string {
  try {
    return readFileSync(join(home, "server.log"), "utf8").trim().split("\n").slice(-8).join("\n");
  } catch {
    return "Its log is empty.";
  }
}
