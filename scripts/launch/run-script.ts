import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bringUpSchema } from "./bring-up-schema";
import { dataFolder } from "./embedded-settings";
import { isEmbedded, loadDotEnv, openEmbedded } from "./open-environment";
import { runningPortal } from "./run-claim";

/** Runs a TypeScript file of the project with the settings `npm start` would give it (see run.mjs). */
const words = process.argv.slice(2);
const needsDatabase = words[0] !== "--without-database";
if (!needsDatabase) words.shift();
const file = words.shift();
if (!file) throw new Error("Name the TypeScript file to run.");

loadDotEnv();
const appUrl = runningPortal(dataFolder()) ?? `http://localhost:${process.env.PORT || 3000}`;
const database = needsDatabase && isEmbedded() ? await openEmbedded(appUrl) : null;
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  // A script that has its own way to end, such as finishing the file under way, is left to it.
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) void leave(128 + number);
  });
}
try {
  if (database) await bringUpSchema(database);
  process.argv = [process.execPath, resolve(file), ...words];
  await import(pathToFileURL(resolve(file)).href);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await leave(process.exitCode);

async function leave(code: typeof process.exitCode): Promise<void> {
  await database?.stop();
  process.exit(code);
}
