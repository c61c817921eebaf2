import { startEmbedded } from "@/db/embedded/start-embedded";

/** A process of its own that uses a cluster: says how it got it, and leaves when its input ends. */
const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("Name the data folder.");
const database = await startEmbedded({ dataDir });
process.stdout.write(`${JSON.stringify(database)}\n`);
process.stdin.resume();
process.stdin.on("end", () => void database.stop().then(() => process.exit()));
