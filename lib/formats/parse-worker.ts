import { parentPort } from "node:worker_threads";
import { parseAttachment, parseContents } from "@/lib/formats/parse-contents";
import { parseDocument } from "@/lib/formats/parse-document";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";

async function answerJob({ kind, bytes }: ParseJob): Promise<ParseAnswers[ParseJob["kind"]]> {
  if (kind === "reading") return parseDocument(bytes);
  try {
    return await (kind === "contents" ? parseContents(bytes) : parseAttachment(bytes));
  } catch {
    return null;
  }
}

parentPort?.on("message", async (job: ParseJob) => {
  parentPort?.postMessage(await answerJob(job));
});
parentPort?.postMessage("ready");
