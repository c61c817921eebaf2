import { isDemonstration } from "@/lib/health/is-demonstration";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";

const LISTED = 1000;

/** Lists the mails of the demo mailbox for scripts and tests: newest first, `?to=` for one recipient. */
export const GET = answer(async (request) => {
  if (!isDemonstration()) return notFound();
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  const mails = await listMailbox(LISTED, to);
  const shown = mails.map(({ id, to, from, replyTo, subject, html, text, headers, attachments, sentAt }) => ({
    id,
    to,
    from,
    subject,
    html,
    text,
    headers: { "Reply-To": replyTo, ...headers },
    attachments: attachments.map(({ fileName, size }) => ({ filename: fileName, size })),
    sentAt,
  }));
  return Response.json(shown, { headers: { "cache-control": "no-store" } });
});
