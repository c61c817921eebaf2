import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "@/db/embedded/free-port";
import { type PortalServer, startPortal } from "@/scripts/launcher/portal-server";
import { testSettings } from "./test-settings";

export interface TestApp {
  url: string;
  pid: number;
  /** Everything the server has printed since it was ready. */
  output(): string;
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface TestAppOptions {
  database: { ownerUrl: string; appUrl: string; jobsUrl: string };
  /** The folder for originals and other files of the portal. */
  dataDir: string;
  /** The folder with the build; this project by default. */
  folder?: string | undefined;
  /** Settings that differ for this instance, such as `CLOCK_FILE`. */
  env?: Record<string, string>;
}

/** Runs the built portal (`npm run build`) on a free port; several may share a database. */
export async function startApp({
  database,
  dataDir,
  folder = ".",
  env = {},
}: TestAppOptions): Promise<TestApp> {
  if (!existsSync(join(folder, ".next/BUILD_ID")))
    throw new Error("The portal is not built: run `npm run build` first.");
  mkdirSync(dataDir, { recursive: true });
  let printed = "";
  const { server, url } = await onFreePort((port, url) => {
    const settings = { ...process.env, ...testSettings(database, dataDir, url), LOG_LEVEL: "warn", ...env };
    return startPortal({
      port,
      folder,
      host: "localhost",
      env: settings,
      onOutput: (text) => (printed += text),
    });
  });
  return {
    url,
    pid: server.pid,
    output: () => printed,
    stop: () => server.stop(),
    kill: async () => {
      process.kill(server.pid, "SIGKILL");
      await server.ended;
    },
  };
}

/** Tries again, because another program may take a free port first. */
async function onFreePort(
  start: (port: number, url: string) => Promise<PortalServer>,
): Promise<{ server: PortalServer; url: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const url = `http://localhost:${port}`;
    try {
      return { server: await start(port, url), url };
    } catch (error) {
      if (attempt === 3 || !String(error).includes("EADDRINUSE")) throw error;
    }
  }
}
