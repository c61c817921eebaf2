// `npm start` and `npm run dev`.
import { runTypescript } from "./launch/run-typescript.mjs";

await runTypescript("scripts/start.ts", process.argv.slice(2));
