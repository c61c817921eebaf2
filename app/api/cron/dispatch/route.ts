import { answer } from "@/lib/http/answer";
import { refuseCaller } from "@/lib/http/refuse-caller";
import { answerRun } from "@/lib/jobs/answer-run";
import { isScheduler } from "@/lib/jobs/authenticate-scheduler";
import { recordRun } from "@/lib/jobs/record-run";
import { runDueWork } from "@/lib/jobs/run-due-work";

const MAX_WORK_MS = 50_000;

/** Sends the mails that are due. The host's scheduler calls it every minute. */
const dispatch = answer(async (request) => {
  if (!isScheduler(request.headers)) return refuseCaller(request, "scheduler_refused");
  return answerRun(await recordRun(["dispatch"], () => runDueWork(MAX_WORK_MS)));
});

export { dispatch as GET, dispatch as POST };
