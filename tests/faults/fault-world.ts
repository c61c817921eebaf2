import { join } from "node:path";
import { closePools } from "@/db/client";
import { forgetEnv } from "@/lib/env";
import { forgetTransport } from "@/lib/mails/transports/open-transport";
import { forgetStorage } from "@/lib/storage/open-storage";
import { setClock } from "@/tests/support/clock-file";
import { createTestDatabase } from "@/tests/support/database";
import { type ResendStub, startResendStub, STUB_KEY } from "@/tests/support/resend-stub";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { startTestCluster } from "@/tests/support/test-cluster";
import { testSettings } from "@/tests/support/test-settings";

/** Starts a separate PostgreSQL, folder and clock, and sets this process and its child processes to them. */
export async function openFaultWorld(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const database = await createTestDatabase(cluster, "faults");
  const folder = createTemporaryFolder("faults");
  const clock = join(folder, "clock");
  setClock(clock, new Date());
  Object.assign(process.env, testSettings(database, join(folder, "data"), "http://localhost:3000"), {
    CLOCK_FILE: clock,
    LOG_LEVEL: "silent",
  });
  forgetEnv();
  forgetStorage();
  globalThis.testDatabase = database;
  return async () => {
    await closePools();
    await database.drop();
    await cluster.stop();
    removeTemporaryFolder(folder);
  };
}

/** Sends this process's mails to a stub of the provider until the returned function is called. */
export async function openProvider(): Promise<{ stub: ResendStub; stop: () => Promise<void> }> {
  const stub = await startResendStub();
  await sendThrough({ EMAIL_TRANSPORT: "resend", RESEND_API_KEY: STUB_KEY, RESEND_BASE_URL: stub.url });
  const stop = async () => {
    await sendThrough({ EMAIL_TRANSPORT: "mailbox" });
    await stub.close();
  };
  return { stub, stop };
}

async function sendThrough(settings: Record<string, string>): Promise<void> {
  await forgetTransport();
  Object.assign(process.env, settings);
  forgetEnv();
}

/** The clock of every process of this world. */
export const clockAt = (ms: number): void => setClock(process.env.CLOCK_FILE ?? "", new Date(ms));
