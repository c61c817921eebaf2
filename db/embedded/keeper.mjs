// The keeper: a small process of its own that starts PostgreSQL, starts it again when it is killed, and stops
// it when the last user has left, however that user left. It runs apart from any terminal, so that Ctrl-C
// reaches the portal first and the database last. Started by start-keeper.ts with one JSON argument.
//
// The order between a leaving and an arriving user: the keeper first says "closing", then looks at the leases
// once more; a user first takes a lease, then looks at the keeper. One of the two always sees the other.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { addName, changeName, liveNames, removeName } from "./leases.mjs";
import { processIdentity, servesFolder } from "./live-process.mjs";
import { readPostmasterFile } from "./postmaster-file.mjs";

const BEAT_MS = 100;
/** Starts that end before the server was ready; the port or the old shared memory may need a moment. */
const MOST_FAILURES = 60;
const MOST_FAILURES_AT_FIRST = 20;
const PATIENCE_MS = 10_000;
const LARGE_LOG = 4_000_000;

const { home, dataFolder, postgres, settings, uid, gid } = JSON.parse(process.argv[2]);
const users = join(home, "users");
const keepers = join(home, "keepers");
const portFile = join(home, "port");
const identity = processIdentity(process.pid);
const openName = `${identity}_open`;
const closingName = `${identity}_closing`;

let child = null;
let port = readPort();
let wasReady = false;
let failures = 0;
let mustEnd = false;

for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
process.on("SIGTERM", () => (mustEnd = true));

addName(keepers, openName);
try {
  while (!mustEnd) {
    if (liveNames(users).length === 0) {
      changeName(keepers, openName, closingName);
      if (liveNames(users).length === 0) break;
      changeName(keepers, closingName, openName);
    }
    const server = readPostmasterFile(dataFolder);
    if (server?.isLive && server.isReady) {
      wasReady = true;
      failures = 0;
      keepPort(server.port);
    } else if (!server?.isLive && !child) {
      if (failures >= (wasReady ? MOST_FAILURES : MOST_FAILURES_AT_FIRST)) break;
      await startServer(server);
      failures += 1;
    }
    await pause(BEAT_MS);
  }
} finally {
  // Also when the folder has been deleted under our feet.
  await stopServer();
  removeName(keepers, openName);
  removeName(keepers, closingName);
}

async function startServer(stale) {
  if (stale) disownPostmasterFile();
  const choice = await choosePort();
  const log = openLog();
  child = spawn(postgres, ["-D", dataFolder, "-c", `port=${choice}`, ...settings], {
    cwd: dataFolder,
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    ...(uid === null ? {} : { uid, gid }),
  });
  closeSync(log);
  child.on("error", () => (child = null));
  child.on("exit", () => (child = null));
}

/**
 * The file names a living process that is not our server (its number was given away, the folder was copied,
 * or nobody has buried the zombie), and PostgreSQL refuses to start while that number lives. It takes its
 * parent's number for a leftover and still checks the shared memory named further down: so write ours in.
 * Only one keeper may do so for one and the same file, or it could overwrite the file of a server that the
 * other has just started.
 */
function disownPostmasterFile() {
  const path = join(dataFolder, "postmaster.pid");
  const text = readFileSync(path, "utf8");
  const [pid, ...rest] = text.split("\n");
  if (!isNumberTaken(Number(pid)) || servesFolder(Number(pid), dataFolder)) return;
  const claim = join(home, `disown-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`);
  try {
    writeFileSync(claim, "", { flag: "wx" });
  } catch {
    return;
  }
  try {
    writeFileSync(path, [process.pid, ...rest].join("\n"));
  } finally {
    rmSync(claim);
  }
}

function isNumberTaken(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The port of last time, when it is free or when users already know it; otherwise any free one. */
async function choosePort() {
  if (port && (wasReady || (failures === 0 && (await freePort(port))))) return port;
  return freePort(0);
}

function readPort() {
  try {
    return Number(readFileSync(portFile, "utf8")) || 0;
  } catch {
    return 0;
  }
}

function keepPort(used) {
  if (used === port) return;
  port = used;
  writeFileSync(`${portFile}.${process.pid}`, String(used));
  renameSync(`${portFile}.${process.pid}`, portFile);
}

function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function openLog() {
  const path = join(home, "server.log");
  try {
    if (statSync(path).size > LARGE_LOG) rmSync(path);
  } catch {
    // The first start.
  }
  try {
    return openSync(path, "a", 0o600);
  } catch {
    rmSync(path, { force: true });
    return openSync(path, "a", 0o600);
  }
}

/** Fast shutdown first (SIGINT: running statements are rolled back), immediate (SIGQUIT) when it hangs. */
async function stopServer() {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    const deadline = Date.now() + PATIENCE_MS;
    let isTold = false;
    while (Date.now() < deadline) {
      const server = readPostmasterFile(dataFolder);
      const pid = server?.isLive ? server.pid : child?.pid;
      if (!pid) return;
      if (!isTold) {
        try {
          process.kill(pid, signal);
        } catch {
          // It has just ended.
        }
        isTold = true;
      }
      await pause(BEAT_MS / 4);
    }
  }
}
