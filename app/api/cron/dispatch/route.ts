import { now } from "@/lib/clock";
import { answer } from "@/lib/http/answer";
import { unauthorized } from "@/lib/http/problem";
import { isScheduler } from "@/lib/jobs/authenticate-scheduler";
import { dispatchMails } from "@/lib/mails/dispatch-mails";

const AT_MOST_MS = 50_000;

/** Sends what is due; called by the host's scheduler, safe twice and side by side. */
const dispatch = answer(async (request) => {
  if (!isScheduler(request.headers)) return unauthorized();
  const counts = await dispatchMails(new Date(now().getTime() + AT_MOST_MS));
  return Response.json(counts, { headers: { "cache-control": "no-store" } });
});

export { dispatch as GET, dispatch as POST };
