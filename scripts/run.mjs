// `node scripts/run.mjs [--without-database] FILE ARGS…`: runs a TypeScript file of the project with the settings of
// `npm start`. The option is for commands that use the portal only over HTTP.
import { runTypescript } from "./launcher/run-typescript.mjs";

await runTypescript("scripts/launcher/run-script.ts", process.argv.slice(2));
