// `npm test`.
import { runTypescript } from "./launcher/run-typescript.mjs";
import { title } from "./launcher/steps.mjs";

title("E-Facture: tests");
await runTypescript("scripts/test-runner/run.ts", process.argv.slice(2));
