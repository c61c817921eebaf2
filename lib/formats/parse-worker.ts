import { parentPort } from "node:worker_threads";
import { parseDocument } from "@/lib/formats/parse-document";

// pdf-lib warns about each broken object: a hostile file would flood the log.
console.warn = () => {};

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await parseDocument(bytes));
});
parentPort?.postMessage("ready");
