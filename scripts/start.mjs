// `npm start` and `npm run dev`.
import { runTypescript } from "./launcher/run-typescript.mjs";
import { title } from "./launcher/steps.mjs";

title("E-Facture");
await runTypescript("scripts/launcher/start.ts", process.argv.slice(2));
