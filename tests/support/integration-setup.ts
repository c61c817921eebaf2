import "next/dist/server/node-environment-baseline";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { closePools } from "@/db/client";
import { forgetDoneWork } from "@/lib/at-most-every";
import { forgetEnv } from "@/lib/env";
import { forgetRefusals } from "@/lib/limits/count-refusals";
import { forgetTransport } from "@/lib/mails/transports/open-transport";
import { forgetStorage } from "@/lib/storage/open-storage";
import { setClock } from "./clock-file";
import { createTestDatabase } from "./database";
import { createTemporaryFolder, removeTemporaryFolder } from "./temporary-folder";
import { testSettings } from "./test-settings";

// Before each test file: a new database and data folder, with the environment set to them, so that `lib/env` and the pool
// of `db/client` use them. After it everything is forgotten, because the next file uses the same loaded modules. The
// clock stands still until a test moves it, so the tests do not depend on the date. Its day exists in every month, so
// adding months gives the same day. Next's own server begins with the module imported first, too.
const before = { ...process.env };
const folder = createTemporaryFolder("worker");
const database = await createTestDatabase(inject("cluster"), `worker_${process.env.VITEST_POOL_ID ?? "0"}`);
const clock = join(folder, "clock");
setClock(clock, "2026-11-23T09:00:00Z");
Object.assign(process.env, testSettings(database, join(folder, "data"), "http://localhost:3000"), {
  CLOCK_FILE: clock,
  LOG_LEVEL: "silent",
});
forgetEnv();

globalThis.testDatabase = database;

afterAll(async () => {
  await forgetTransport();
  forgetRefusals();
  forgetDoneWork();
  forgetStorage();
  await closePools();
  await database.drop();
  removeTemporaryFolder(folder);
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
