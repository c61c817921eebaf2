// Imported before the parsers, which take half a second to load and should load with the lower priority.
import "@/lib/formats/lower-priority";
import { parentPort } from "node:worker_threads";
import { parseAttachment, parseContents, parseJoined } from "@/lib/formats/parse-contents";
import { parseDocument } from "@/lib/formats/parse-document";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";
import { readTable } from "@/lib/formats/read-table";

// The PDF parser throws and catches an error at each wrong guess. For a broken file, building stack traces that
// nobody reads would take most of the time.
Error.stackTraceLimit = 0;

async function answerJob({ kind, bytes, number = 1 }: ParseJob): Promise<ParseAnswers[ParseJob["kind"]]> {
  if (kind === "reading") return parseDocument(bytes);
  if (kind === "table") return readTable(bytes);
  try {
    if (kind === "joined") return await parseJoined(bytes, number);
    return await (kind === "contents" ? parseContents(bytes) : parseAttachment(bytes));
  } catch {
    return null;
  }
}

parentPort?.on("message", async (job: ParseJob) => {
  parentPort?.postMessage(await answerJob(job));
});
parentPort?.postMessage("ready");
