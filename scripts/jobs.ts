import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/dispatch-mails";
import { mailTransport } from "@/lib/mails/transport";

/** `npm run jobs`: runs due background work once, as the scheduler's routes do. */
const counts = await dispatchMails(new Date(now().getTime() + 10 * 60_000));
await mailTransport().close();
console.log(
  `Mails: ${counts.sent} sent, ${counts.queued} to try again, ${counts.dead} refused, ${counts.uncertain} uncertain.`,
);
