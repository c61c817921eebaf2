import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { liveLeases } from "@/db/embedded/leases";
import { processIdentity } from "@/db/embedded/live-process";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { eventually } from "@/tests/support/eventually";
import { isStopped, keepersOf, newDataDir, query, serverPid, start } from "./cluster-under-test";
import { startClusterUser } from "./cluster-user";

let dataDir: string;

beforeEach(() => {
  dataDir = newDataDir();
});

test("the first start makes a cluster with password authentication, on the loopback address only", async () => {
  const database = await start(dataDir);
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

test("a second process uses the same server, and the server stops when the last one leaves", async () => {
  const database = await start(dataDir);
  const other = await startClusterUser(dataDir);
  expect(other).toMatchObject({ attached: true, port: database.port });

  await other.leave();
  expect(await query(database.ownerUrl, "select 1")).toBe(1);

  await database.stop();
  expect(isStopped(database)).toBe(true);
  expect(keepersOf(dataDir)).toEqual([]);
});

test("many processes that start at the same time share one server", async () => {
  const users = await Promise.all([1, 2, 3, 4].map(() => startClusterUser(dataDir)));
  expect(new Set(users.map((user) => user.port)).size).toBe(1);
  await Promise.all(users.map((user) => user.leave()));
  const database = users[0];
  expect(database && isStopped(database)).toBe(true);
});

test("processes that start and stop one after the other always find a server", async () => {
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const leaving = await start(dataDir);
    const [arriving] = await Promise.all([start(dataDir), leaving.stop()]);
    expect(await query(arriving.ownerUrl, `select ${round}`)).toBe(round);
    await arriving.stop();
  }
});

test("a killed initdb does not block the next start", async () => {
  const draft = join(dataDir, "postgres", "draft_999999999.1");
  mkdirSync(join(draft, "data"), { recursive: true });
  const database = await start(dataDir);
  expect(await query(database.ownerUrl, "select 1")).toBe(1);
  expect(existsSync(draft)).toBe(false);
});

test("deleting a data folder stops its server", async () => {
  const database = await startEmbedded({ dataDir });
  const pid = serverPid(database);
  // A server that still runs may write into the folder in between.
  await eventually("the folder is deleted", () => {
    try {
      rmSync(join(dataDir, "postgres"), { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  });
  await eventually("the server ends by itself", () => processIdentity(pid) === null);
  await database.stop();
});

test("a server that cannot start is an error with the last lines of its log", async () => {
  const database = await start(dataDir);
  await database.stop();
  rmSync(join(database.dataFolder, "PG_VERSION"));
  await expect(start(dataDir)).rejects.toThrow(/PostgreSQL did not start[^]*PG_VERSION/);
  expect(readdirSync(join(dataDir, "postgres", "users"))).toEqual([]);
  expect(readFileSync(database.logFile, "utf8")).not.toBe("");
  expect(liveLeases(join(dataDir, "postgres", "keepers"))).toEqual([]);
});
