import { once } from "node:events";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { newDataDir, query, setFileOwnerLike, start } from "./cluster-under-test";

let dataDir: string;

beforeEach(() => {
  dataDir = newDataDir();
});

test("a copied data folder gets its own server, and the first server is not touched", async () => {
  const first = await start(dataDir);
  const copy = newDataDir();
  cpSync(join(dataDir, "postgres"), join(copy, "postgres"), { recursive: true });
  for (const name of ["users", "keepers"]) rmSync(join(copy, "postgres", name), { recursive: true });
  setFileOwnerLike(join(copy, "postgres", "cluster", "data"), first.dataFolder);

  const second = await start(copy);
  expect(second.port).not.toBe(first.port);
  expect(await query(second.ownerUrl, "select current_setting('data_directory')")).toBe(second.dataFolder);
  await second.stop();
  expect(await query(first.ownerUrl, "select 1")).toBe(1);
});

test("another process with the number in postmaster.pid is not touched", async () => {
  const first = await start(dataDir);
  await first.stop();
  const file = ["", first.dataFolder, "1", String(first.port), "", "127.0.0.1", "1 1", "ready   ", ""];
  writeFileSync(join(first.dataFolder, "postmaster.pid"), [process.ppid, ...file.slice(1)].join("\n"));
  setFileOwnerLike(join(first.dataFolder, "postmaster.pid"), first.dataFolder);

  const again = await start(dataDir);
  expect(again.attached).toBe(false);
  expect(await query(again.ownerUrl, "select 1")).toBe(1);
});

test("another program on the former port keeps it", async () => {
  const first = await start(dataDir);
  await first.stop();
  const heard: unknown[] = [];
  const stranger = createServer((socket) => void heard.push(socket.destroy())).listen(
    first.port,
    "127.0.0.1",
  );
  await once(stranger, "listening");
  try {
    const again = await start(dataDir);
    expect(again.port).not.toBe((stranger.address() as AddressInfo).port);
    expect(await query(again.ownerUrl, "select 1")).toBe(1);
    expect(heard).toEqual([]);
  } finally {
    stranger.close();
  }
});
