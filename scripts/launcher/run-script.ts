import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { applySchema } from "./apply-schema";
import { dataFolder } from "./embedded-settings";
import { isEmbedded, loadDotEnv, openEmbedded } from "./open-environment";
import { refuseOpenDemo } from "./refuse-open-demo";
import { runningPortal } from "./run-claim";

// Runs a TypeScript file of the project with the settings of `npm start` (see scripts/run.mjs).
const args = process.argv.slice(2);
const needsDatabase = args[0] !== "--without-database";
if (!needsDatabase) args.shift();
const file = args.shift();
if (!file) throw new Error("Name the TypeScript file to run.");

loadDotEnv();
const appUrl = runningPortal(dataFolder()) ?? `http://localhost:${process.env.PORT || 3000}`;
// In production, a missing DATABASE_URL must stop the command: otherwise it would run on the demo data.
if (needsDatabase) refuseOpenDemo({ ...process.env, HOST: "" }, false);
const database = needsDatabase && isEmbedded() ? await openEmbedded(appUrl) : null;
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  // A script with its own handler stops by itself, for instance when the file that it is sending is complete.
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) void end(128 + number);
  });
}
try {
  if (database) await applySchema(database);
  process.argv = [process.execPath, resolve(file), ...args];
  await import(pathToFileURL(resolve(file)).href);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await end(process.exitCode);

async function end(code: typeof process.exitCode): Promise<void> {
  await database?.stop();
  process.exit(code);
}
