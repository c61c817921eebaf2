import { parentPort } from "node:worker_threads";
import { parseDocument } from "@/lib/formats/parse-document";

parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await parseDocument(bytes));
});
parentPort?.postMessage("ready");
