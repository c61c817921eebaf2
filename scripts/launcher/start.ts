import { isErrorCode, makeDataFolder } from "@/db/embedded/private-file";
import type { EmbeddedDatabase } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { applySchema } from "./apply-schema";
import { requireFreePort, wantedPort } from "./choose-port";
import { type DemoFile, readDemoFile, writeDemoFile } from "./demo-file";
import { dataFolder } from "./embedded-settings";
import { finalScreen } from "./final-screen";
import { clearInterruptedDemo, isDatabaseEmpty, loadDemo, wasDemoInterrupted } from "./load-demo";
import { isEmbedded, loadDotEnv, openEmbedded } from "./open-environment";
import { buildPortal, isBuilt } from "./portal-build";
import { type PortalServer, startPortal } from "./portal-server";
import { refuseOpenDemo } from "./refuse-open-demo";
import { claimRun, type RunClaim, runningPortal } from "./run-claim";
import { begin, done, failIfBegun, progress } from "./steps.mjs";
import { watchNpm } from "./watch-npm";

/** `npm start` and, with `--dev`, `npm run dev`: starts all that the portal needs and runs until it is stopped. */
const isDev = process.argv.includes("--dev");
/** The longest wait for the server of a killed run to release the port; it soon notices that its parent is gone. */
const TAKE_OVER_MS = 10_000;

let claim: RunClaim | null = null;
let database: EmbeddedDatabase | null = null;
let server: PortalServer | null = null;
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
watchNpm(() => void stop(1));

try {
  await run();
} catch (error) {
  if (!isStopping) {
    failIfBegun();
    console.error(`\n  ${messageFor(error).replaceAll("\n", "\n  ")}\n`);
    await stop(1);
  }
}

async function run(): Promise<void> {
  loadDotEnv();
  refuseOpenDemo(process.env, isDev);
  const embedded = isEmbedded();
  const port = await wantedPort(process.env.PORT);
  const url = process.env.APP_URL || `http://localhost:${port}`;
  if (embedded) claim = claimHere(url);
  await requireFreePort(port, claim?.isTakenOver ? TAKE_OVER_MS : 0);
  if (!isDev && !isBuilt()) await build();
  const demo = embedded ? await openDemo(url) : await migrateOwnDatabase();
  await serve(port, embedded);
  const advice = isDev ? "Changes show at once. Ctrl-C stops everything." : "Ctrl-C stops everything.";
  process.stdout.write(finalScreen(url, demo, advice));
  const end = await server?.ended;
  if (!isStopping) throw new Error(`The portal's server ended by itself (${end}).`);
}

function claimHere(url: string): RunClaim {
  const dataDir = dataFolder();
  makeDataFolder(dataDir);
  const made = claimRun(dataDir, url);
  if (!made) {
    throw new Error(
      `E-Facture already runs with this data folder, at ${runningPortal(dataDir) ?? "an unknown address"}\n` +
        `(${dataDir}; Ctrl-C in its terminal stops it)`,
    );
  }
  return made;
}

async function build(): Promise<void> {
  begin("Build");
  const { ok, output } = await buildPortal((line) => progress(line));
  if (!ok) throw new Error(`The build failed.\n\n${output.trim()}`);
  done("next build");
}

async function openDemo(url: string): Promise<DemoFile | null> {
  const dataDir = dataFolder();
  begin("Database");
  database = await openEmbedded(url);
  if (wasDemoInterrupted(dataDir)) await clearInterruptedDemo(dataDir, database.ownerUrl);
  await applySchema(database);
  done(`PostgreSQL on port ${database.port}${database.attached ? ", already running" : ""}`);

  const kept = readDemoFile(dataDir);
  if (!(await isDatabaseEmpty(database.ownerUrl))) return kept && writeDemoFile(dataDir, kept, url);
  begin("Demo data");
  const access = await loadDemo(dataDir, (count, total, label) =>
    progress(`${count} of ${total} ${label.toLowerCase()}`, total ? count / total : null),
  );
  done(`${access.users.length} people to sign in as`);
  return writeDemoFile(dataDir, access, url);
}

async function migrateOwnDatabase(): Promise<null> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) return null;
  begin("Database");
  await migrate(ownerUrl);
  done("schema up to date");
  return null;
}

async function serve(port: number, embedded: boolean): Promise<void> {
  begin("Server");
  // The demo passwords are public, so by default only this machine can connect (refuse-open-demo.ts).
  const host = process.env.HOST || (embedded ? "localhost" : undefined);
  server = await startPortal({
    port,
    isDev,
    env: process.env,
    onOutput: (text) => process.stdout.write(text),
    ...(host ? { host } : {}),
  });
  done(isDev ? "next dev" : "next start");
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  failIfBegun();
  await server?.stop();
  await database?.stop();
  claim?.release();
  if (code === 0) process.stdout.write("\n  Stopped.\n");
  process.exit(code);
}

function messageFor(error: unknown): string {
  if (isErrorCode(error, "EACCES", "EPERM")) {
    return `A file here belongs to another user of this machine (${error.message}).\nStart as that user, or set DATA_DIR to another folder.`;
  }
  return error instanceof Error ? (process.env.DEBUG && error.stack) || error.message : String(error);
}
