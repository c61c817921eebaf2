// `npm test`.
import { runTypescript } from "./launch/run-typescript.mjs";

await runTypescript("scripts/test/run.ts", process.argv.slice(2));
