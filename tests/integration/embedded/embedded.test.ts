import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLive, processIdentity } from "@/db/embedded/live-process.mjs";
import { liveNames } from "@/db/embedded/leases.mjs";
import { readPostmasterFile } from "@/db/embedded/postmaster-file.mjs";
import { startEmbedded, type EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { eventually } from "@/tests/support/eventually";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { startClusterUser } from "./cluster-user";

let dataDir: string;
const folders: string[] = [];
const running: EmbeddedDatabase[] = [];

beforeEach(() => {
  dataDir = newFolder();
});

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) removeTemporaryFolder(folder);
});

function newFolder(): string {
  const folder = createTemporaryFolder("embedded");
  folders.push(folder);
  return folder;
}

async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: folder });
  running.push(database);
  return database;
}

async function query<T>(url: string, text: string): Promise<T | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(text).values();
    return row?.[0] as T | undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Root's copies belong to root; a server reads only what belongs to its own user. */
function giveFolder(path: string, like: string): void {
  const { uid, gid } = statSync(like);
  for (const name of ["", ...(statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [])]) {
    chownSync(join(path, String(name)), uid, gid);
  }
}

function serverPid(database: { dataFolder: string }): number {
  const server = readPostmasterFile(database.dataFolder);
  if (!server?.isLive) throw new Error("The server does not run.");
  return server.pid;
}

const isStopped = (database: { dataFolder: string }) => !readPostmasterFile(database.dataFolder)?.isLive;

const keepersOf = (folder: string) => liveNames(join(folder, "postgres", "keepers"));

test("a first start makes a cluster that only passwords open, on the loopback address alone", async () => {
  const database = await start();
  expect(database.attached).toBe(false);
  expect(await query(database.ownerUrl, "select current_setting('listen_addresses')")).toBe("127.0.0.1");
  expect(
    await query(database.ownerUrl, "select pg_encoding_to_char(encoding) from pg_database limit 1"),
  ).toBe("UTF8");
  expect(await query(database.ownerUrl, "select lower('ÉÀÇ')")).toBe("éàç");
  const wrong = new URL(database.ownerUrl);
  wrong.password = "guess";
  await expect(query(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
  const credentials = join(database.dataFolder, "..", "credentials.json");
  expect(statSync(credentials).mode & 0o777).toBe(0o600);
});

test("a second process attaches, and the server stops when the last of them leaves", async () => {
  const database = await start();
  const other = await startClusterUser(dataDir);
  expect(other).toMatchObject({ attached: true, port: database.port });

  await other.leave();
  expect(await query(database.ownerUrl, "select 1")).toBe(1);

  await database.stop();
  expect(isStopped(database)).toBe(true);
  expect(keepersOf(dataDir)).toEqual([]);
});

test("many processes that start at once share one server", async () => {
  const users = await Promise.all([1, 2, 3, 4].map(() => startClusterUser(dataDir)));
  expect(new Set(users.map((user) => user.port)).size).toBe(1);
  await Promise.all(users.map((user) => user.leave()));
  const database = users[0];
  expect(database && isStopped(database)).toBe(true);
});

test("users that come and go in turn always find a server", async () => {
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const leaving = await start();
    const [arriving] = await Promise.all([start(), leaving.stop()]);
    expect(await query(arriving.ownerUrl, `select ${round}`)).toBe(round);
    await arriving.stop();
  }
});

test("kill -9 of Node leaves no server behind and loses nothing", async () => {
  const user = await startClusterUser(dataDir);
  await query(user.ownerUrl, "create table kept (n int); insert into kept values (42)");
  await user.kill();
  await eventually("the server ends by itself", () => isStopped(user) && keepersOf(dataDir).length === 0);

  const again = await start();
  expect(await query(again.ownerUrl, "select n from kept")).toBe(42);
});

test("kill -9 of PostgreSQL brings it back at the same address with what was committed", async () => {
  const database = await start();
  await query(database.ownerUrl, "create table kept (n int); insert into kept values (42)");
  const killed = serverPid(database);
  process.kill(killed, "SIGKILL");
  await eventually("another server process is ready", () => {
    const server = readPostmasterFile(database.dataFolder);
    return server?.isLive && server.isReady && server.pid !== killed;
  });
  expect(await query(database.ownerUrl, "select n from kept")).toBe(42);
});

test("kill -9 of everything at once does not block the next start", async () => {
  const user = await startClusterUser(dataDir);
  await query(user.ownerUrl, "create table kept (n int); insert into kept values (42)");
  const server = serverPid(user);
  for (const keeper of keepersOf(dataDir)) process.kill(Number(keeper.split(".")[0]), "SIGKILL");
  process.kill(server, "SIGKILL");
  await user.kill();

  const again = await start();
  expect(await query(again.ownerUrl, "select n from kept")).toBe(42);
});

test("a server whose user and keeper were killed is taken over and then stopped", async () => {
  const user = await startClusterUser(dataDir);
  const server = serverPid(user);
  for (const keeper of keepersOf(dataDir)) process.kill(Number(keeper.split(".")[0]), "SIGKILL");
  await user.kill();
  expect(isStopped(user)).toBe(false);

  const again = await start();
  expect(again).toMatchObject({ attached: true, port: user.port });
  expect(serverPid(again)).toBe(server);
  await again.stop();
  expect(isStopped(user)).toBe(true);
});

test("a last user whose keeper was killed stops the server itself", async () => {
  const database = await start();
  for (const keeper of keepersOf(dataDir)) process.kill(Number(keeper.split(".")[0]), "SIGKILL");
  await database.stop();
  expect(isStopped(database)).toBe(true);
});

test("a copied data folder gets a server of its own, and the first one's is left alone", async () => {
  const first = await start();
  const copy = newFolder();
  cpSync(join(dataDir, "postgres"), join(copy, "postgres"), { recursive: true });
  for (const name of ["users", "keepers"]) rmSync(join(copy, "postgres", name), { recursive: true });
  giveFolder(join(copy, "postgres", "cluster", "data"), first.dataFolder);

  const second = await start(copy);
  expect(second.port).not.toBe(first.port);
  expect(await query(second.ownerUrl, "select current_setting('data_directory')")).toBe(second.dataFolder);
  await second.stop();
  expect(await query(first.ownerUrl, "select 1")).toBe(1);
});

test("a process that was given the number in postmaster.pid is left alone", async () => {
  const first = await start();
  await first.stop();
  const file = ["", first.dataFolder, "1", String(first.port), "", "127.0.0.1", "1 1", "ready   ", ""];
  writeFileSync(join(first.dataFolder, "postmaster.pid"), [process.ppid, ...file.slice(1)].join("\n"));
  giveFolder(join(first.dataFolder, "postmaster.pid"), first.dataFolder);

  const again = await start();
  expect(again.attached).toBe(false);
  expect(await query(again.ownerUrl, "select 1")).toBe(1);
});

test("a stranger on the port of last time keeps it", async () => {
  const first = await start();
  await first.stop();
  const heard: unknown[] = [];
  const stranger = createServer((socket) => void heard.push(socket.destroy())).listen(
    first.port,
    "127.0.0.1",
  );
  await once(stranger, "listening");
  try {
    const again = await start();
    expect(again.port).not.toBe((stranger.address() as AddressInfo).port);
    expect(await query(again.ownerUrl, "select 1")).toBe(1);
    expect(heard).toEqual([]);
  } finally {
    stranger.close();
  }
});

test("an initdb that was killed leaves nothing in the way", async () => {
  const draft = join(dataDir, "postgres", "draft_999999999.1");
  mkdirSync(join(draft, "data"), { recursive: true });
  const database = await start();
  expect(await query(database.ownerUrl, "select 1")).toBe(1);
  expect(existsSync(draft)).toBe(false);
});

test("a data folder that is deleted takes its server with it", async () => {
  const database = await startEmbedded({ dataDir });
  const pid = serverPid(database);
  rmSync(join(dataDir, "postgres"), { recursive: true });
  await eventually("the server ends by itself", () => processIdentity(pid) === null);
  await database.stop();
});

test("a server that cannot start is an error with the last lines of its log", async () => {
  const database = await start();
  await database.stop();
  rmSync(join(database.dataFolder, "PG_VERSION"));
  await expect(start()).rejects.toThrow(/PostgreSQL did not start[^]*PG_VERSION/);
  expect(readdirSync(join(dataDir, "postgres", "users"))).toEqual([]);
  expect(readFileSync(database.logFile, "utf8")).not.toBe("");
  expect(liveNames(join(dataDir, "postgres", "keepers")).filter(isLive)).toEqual([]);
});
