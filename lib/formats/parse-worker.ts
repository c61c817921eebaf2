import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { isMainThread, parentPort } from "node:worker_threads";
import { parseAttachment, parseContents, parseJoined } from "@/lib/formats/parse-contents";
import { parseDocument } from "@/lib/formats/parse-document";
import type { ParseAnswers, ParseJob } from "@/lib/formats/parse-job";

letPagesGoFirst();

// The PDF parser throws at each false start: most of the time of a broken file would go to unread stack traces.
Error.stackTraceLimit = 0;

async function answerJob({ kind, bytes, number = 1 }: ParseJob): Promise<ParseAnswers[ParseJob["kind"]]> {
  if (kind === "reading") return parseDocument(bytes);
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

/**
 * Gives this thread a lower priority than that of the pages, so that a file that takes long delays nobody's page. Linux counts
 * priorities by thread, and names the current one here; elsewhere all threads stay alike.
 */
function letPagesGoFirst(): void {
  if (isMainThread) return;
  try {
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    if (thread > 0) setPriority(thread, 10);
  } catch {
    // Not Linux.
  }
}
