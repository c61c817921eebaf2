import { MINUTE_MS } from "@/lib/durations";
import { recordRun } from "@/lib/jobs/record-run";
import { runDueWork, type WorkDone } from "@/lib/jobs/run-due-work";
import { mailTransport } from "@/lib/mails/transports/open-transport";
import { withRequestId } from "@/lib/request-id";
import { JOBS } from "@/lib/scheduled-jobs";

/** `npm run jobs`: runs due background work once, as the scheduler's routes do. It counts as a run of each job. */
const run = await withRequestId(() => recordRun(JOBS, () => runDueWork(10 * MINUTE_MS)));
await mailTransport().close();
if (run.ok) report(run.done);
else {
  console.error(
    `Nothing was done: the database belongs to the deployment at ${run.rememberedUrl}. To take it over: npm run adopt`,
  );
  process.exitCode = 1;
}

function report(done: WorkDone): void {
  console.log(
    `${done.notifications} notifications, ${done.digests} digests and ${done.expiryWarnings} warnings made; mails: ${done.sent} sent, ` +
      `${done.queued} to try again, ${done.dead} refused, ${done.uncertain} uncertain.`,
  );
}
