import { startEmbedded } from "@/db/embedded/start-embedded";

/** A separate process that uses a cluster: prints the connection data as JSON, and ends when its input ends. */
const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("Name the data folder.");
const database = await startEmbedded({ dataDir });
process.stdout.write(`${JSON.stringify(database)}\n`);
process.stdin.resume();
process.stdin.on("end", () => void database.stop().then(() => process.exit()));
