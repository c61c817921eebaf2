import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { answer } from "@/lib/http/answer";
import { methodNotAllowed, problemResponse } from "@/lib/http/problem";
import { refuseCaller } from "@/lib/http/refuse-caller";
import { parseResendEvent } from "@/lib/mails/deliveries/parse-resend-event";
import { readWebhookBody } from "@/lib/mails/deliveries/read-webhook-body";
import { recordEvent } from "@/lib/mails/deliveries/record-event";
import { isSigned, readSignedHeaders } from "@/lib/mails/deliveries/webhook-signature";

/** In bytes. An event has one or two kilobytes. */
const BODY_LIMIT = 256 * 1024;

/** Receives the mail provider's events about sent mails. Refuses all requests while RESEND_WEBHOOK_SECRET is unset. */
export const POST = answer(async (request) => {
  const at = now();
  const headers = readSignedHeaders(request.headers, at);
  if (!headers) return unsigned(request);
  const body = await readWebhookBody(request, BODY_LIMIT);
  if (!body)
    return problemResponse({ status: 413, type: "too-large", title: "No event of a mail is that large." });
  if (!isSigned(headers, body, env().RESEND_WEBHOOK_SECRET)) return unsigned(request);
  const parsed = parseResendEvent(body);
  if (!parsed.ok && parsed.reason === "malformed")
    return problemResponse({
      status: 400,
      type: "malformed",
      title: "This is no event of the mail provider.",
    });
  const outcome = parsed.ok ? await recordEvent({ id: headers.id, ...parsed.event }, at) : "ignored";
  return Response.json({ outcome }, { headers: { "cache-control": "no-store" } });
});

const unsigned = (request: Request) =>
  refuseCaller(request, "webhook_refused", {
    status: 401,
    type: "unsigned",
    title: "A fresh signature of the mail provider is needed.",
  });

const refuseMethod = () => methodNotAllowed("POST");

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
