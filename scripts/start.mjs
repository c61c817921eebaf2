// `npm start` and `npm run dev`.
import { runTypescript } from "./launch/run-typescript.mjs";
import { title } from "./terminal/steps.mjs";

title("E-Facture");
await runTypescript("scripts/start.ts", process.argv.slice(2));
