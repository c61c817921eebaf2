// The keeper: a small separate process that starts PostgreSQL, restarts it when it is killed, and stops it when the
// last process that uses it has ended or was killed. It is detached from the terminal: Ctrl-C reaches the portal first,
// and the database stops after it. start-keeper.ts starts it with one JSON argument.
//
// A process may start while the last one ends. The keeper first renames its marker to "closing" and then reads the
// leases once more; a process first adds its lease and then reads the marker. So at least one of them sees the other.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { discardStalePid } from "./discard-stale-pid";
import { addLease, liveLeases, removeLease, renameLease } from "./leases";
import { processIdentity } from "./live-process";
import { readPostmasterFile } from "./postmaster-file";
import { rememberedPort } from "./remembered-port";
import type { KeeperOptions } from "./start-keeper";

const POLL_MS = 100;
/** Number of consecutive starts that may fail: the port or the old shared memory may need a moment to become free. */
const MAX_FAILED_RESTARTS = 60;
const MAX_FAILED_FIRST_STARTS = 20;
const STOP_TIMEOUT_MS = 10_000;
const MAX_LOG_BYTES = 4_000_000;

const options: KeeperOptions = JSON.parse(process.argv[2] ?? "");
const { home, dataFolder } = options;
const users = join(home, "users");
const keepers = join(home, "keepers");
const openMark = `${processIdentity(process.pid)}_open`;
const closingMark = `${processIdentity(process.pid)}_closing`;
const port = rememberedPort(home);

let child: ChildProcess | null = null;
let wasReady = false;
let failedStarts = 0;
let mustEnd = false;

for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", () => (mustEnd = true));

addLease(keepers, openMark);
try {
  await keepRunning();
} finally {
  // Also when the whole folder was deleted.
  await stopServer();
  removeLease(keepers, openMark);
  removeLease(keepers, closingMark);
}

async function keepRunning(): Promise<void> {
  while (!mustEnd) {
    if (liveLeases(users).length === 0) {
      renameLease(keepers, openMark, closingMark);
      if (liveLeases(users).length === 0) return;
      renameLease(keepers, closingMark, openMark);
    }
    const server = readPostmasterFile(dataFolder);
    if (server?.isLive && server.isReady) {
      wasReady = true;
      failedStarts = 0;
      port.remember(server.port);
    } else if (!server?.isLive && !child) {
      if (failedStarts >= (wasReady ? MAX_FAILED_RESTARTS : MAX_FAILED_FIRST_STARTS)) return;
      if (server) discardStalePid(home, dataFolder);
      // Other processes already use the port of a server that was ready, so only a first start may choose another one.
      await startServer(wasReady ? port.last() : await port.choose(failedStarts === 0));
      failedStarts += 1;
    }
    await pause(POLL_MS);
  }
}

async function startServer(chosenPort: number): Promise<void> {
  const { postgres, settings, uid, gid } = options;
  const log = openLog();
  child = spawn(postgres, ["-D", dataFolder, "-c", `port=${chosenPort}`, ...settings], {
    cwd: dataFolder,
    stdio: ["ignore", log, log],
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    ...(uid === null || gid === null ? {} : { uid, gid }),
  });
  closeSync(log);
  child.on("error", () => (child = null));
  child.on("exit", () => (child = null));
}

function openLog(): number {
  const path = join(home, "server.log");
  try {
    if (statSync(path).size > MAX_LOG_BYTES) rmSync(path);
  } catch {
    // The first start: there is no log yet.
  }
  try {
    return openSync(path, "a", 0o600);
  } catch {
    // The log belongs to another user, but the folder allows to replace it.
    rmSync(path, { force: true });
    return openSync(path, "a", 0o600);
  }
}

/** Stops the server: fast shutdown (SIGINT, rolls back running statements), then immediate (SIGQUIT) if it hangs. */
async function stopServer(): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    let isSent = false;
    while (Date.now() < deadline) {
      const pid = serverPid();
      if (!pid) return;
      if (!isSent) sendSignal(pid, signal);
      isSent = true;
      await pause(POLL_MS / 4);
    }
  }
}

function serverPid(): number | undefined {
  const server = readPostmasterFile(dataFolder);
  return server?.isLive ? server.pid : child?.pid;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended.
  }
}
