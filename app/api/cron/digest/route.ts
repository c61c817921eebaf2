import { answer } from "@/lib/http/answer";
import { refuseCaller } from "@/lib/http/refuse-caller";
import { answerRun } from "@/lib/jobs/answer-run";
import { isScheduler } from "@/lib/jobs/authenticate-scheduler";
import { recordRun } from "@/lib/jobs/record-run";
import { runDueWork } from "@/lib/jobs/run-due-work";

const MAX_WORK_MS = 50_000;

/**
 * Makes and sends the digests that are due; with `?now`, without waiting for the supplier's digest hour. The host's
 * scheduler calls it every hour.
 */
const digest = answer(async (request) => {
  if (!isScheduler(request.headers)) return refuseCaller(request, "scheduler_refused");
  const isImmediate = new URL(request.url).searchParams.has("now");
  return answerRun(await recordRun(["digest"], () => runDueWork(MAX_WORK_MS, isImmediate)));
});

export { digest as GET, digest as POST };
