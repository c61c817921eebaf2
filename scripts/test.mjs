// `npm test`.
import { runTypescript } from "./launch/run-typescript.mjs";
import { title } from "./terminal/steps.mjs";

title("E-Facture: tests");
await runTypescript("scripts/test/run.ts", process.argv.slice(2));
