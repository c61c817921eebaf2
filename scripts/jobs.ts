import { MINUTE_MS } from "@/lib/durations";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { mailTransport } from "@/lib/mails/transports/open-transport";

/** `npm run jobs`: runs due background work once, as the scheduler's routes do. */
const done = await runDueWork(10 * MINUTE_MS);
await mailTransport().close();
console.log(
  `${done.notifications} notifications, ${done.digests} digests and ${done.expiryWarnings} warnings made; mails: ${done.sent} sent, ` +
    `${done.queued} to try again, ${done.dead} refused, ${done.uncertain} uncertain.`,
);
