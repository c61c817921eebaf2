import { beforeEach, expect, test } from "vitest";
import { readPostmasterFile } from "@/db/embedded/postmaster-file";
import { eventually } from "@/tests/support/eventually";
import { isStopped, keepersOf, killKeepers, newDataDir, query, serverPid, start } from "./cluster-under-test";
import { startClusterUser } from "./cluster-user";

let dataDir: string;

beforeEach(() => {
  dataDir = newDataDir();
});

test("kill -9 of Node leaves no server and loses no data", async () => {
  const user = await startClusterUser(dataDir);
  await query(user.ownerUrl, "create table kept (n int); insert into kept values (42)");
  await user.kill();
  await eventually("the server ends by itself", () => isStopped(user) && keepersOf(dataDir).length === 0);

  const again = await start(dataDir);
  expect(await query(again.ownerUrl, "select n from kept")).toBe(42);
});

test("after kill -9 PostgreSQL starts again at the same address with the committed data", async () => {
  const database = await start(dataDir);
  await query(database.ownerUrl, "create table kept (n int); insert into kept values (42)");
  const killed = serverPid(database);
  process.kill(killed, "SIGKILL");
  await eventually("another server process is ready", () => {
    const server = readPostmasterFile(database.dataFolder);
    return server?.isLive && server.isReady && server.pid !== killed;
  });
  expect(await query(database.ownerUrl, "select n from kept")).toBe(42);
});

test("kill -9 of everything at the same time does not block the next start", async () => {
  const user = await startClusterUser(dataDir);
  await query(user.ownerUrl, "create table kept (n int); insert into kept values (42)");
  const server = serverPid(user);
  killKeepers(dataDir);
  process.kill(server, "SIGKILL");
  await user.kill();

  const again = await start(dataDir);
  expect(await query(again.ownerUrl, "select n from kept")).toBe(42);
});

test("a server whose user and keeper were killed is used again and then stopped", async () => {
  const user = await startClusterUser(dataDir);
  const server = serverPid(user);
  killKeepers(dataDir);
  await user.kill();
  expect(isStopped(user)).toBe(false);

  const again = await start(dataDir);
  expect(again).toMatchObject({ attached: true, port: user.port });
  expect(serverPid(again)).toBe(server);
  await again.stop();
  expect(isStopped(user)).toBe(true);
});

test("a last user whose keeper was killed stops the server itself", async () => {
  const database = await start(dataDir);
  killKeepers(dataDir);
  await database.stop();
  expect(isStopped(database)).toBe(true);
});
