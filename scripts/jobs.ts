import { MINUTE_MS } from "@/lib/durations";
import { JOBS } from "@/lib/jobs/job";
import { recordRun } from "@/lib/jobs/record-run";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { mailTransport } from "@/lib/mails/transports/open-transport";
import { withRequestId } from "@/lib/request-id";

/** `npm run jobs`: runs due background work once, as the scheduler's routes do. It counts as a run of each job. */
const done = await withRequestId(() => recordRun(JOBS, () => runDueWork(10 * MINUTE_MS)));
await mailTransport().close();
console.log(
  `${done.notifications} notifications, ${done.digests} digests and ${done.expiryWarnings} warnings made; mails: ${done.sent} sent, ` +
    `${done.queued} to try again, ${done.dead} refused, ${done.uncertain} uncertain.`,
);
