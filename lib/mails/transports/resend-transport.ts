import type { CreateEmailOptions } from "resend";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import { BatchBody } from "./batch-body";
import type { MailTransport, SendOutcome } from "./mail-transport";
import { type MailsToSend, onlyMail } from "./mails-to-send";
import { checkMail, type OutgoingMail, quotedAddress } from "./outgoing-mail";
import { refusedAddress } from "./refused-address";
import { ResendClient, type ResendFailure } from "./resend-client";

const BATCH_LIMIT = 100;

/**
 * Sends through Resend's HTTP API: batches of up to 100 mails without attachments, and mails with attachments one by
 * one. The API keeps idempotency keys for 24 hours. A request with its answer must take at most `timeoutMs`.
 */
export function resendTransport(options: {
  apiKey: string;
  baseUrl?: string | undefined;
  timeoutMs?: number;
}): MailTransport {
  const client = new ResendClient(options.apiKey, options.baseUrl, options.timeoutMs ?? 30_000);
  const spare: BatchBody[] = [];

  async function sendBatch(idempotencyKey: string, mails: MailsToSend): Promise<SendOutcome> {
    const body = spare.pop() ?? new BatchBody();
    body.begin();
    for await (const mail of mails) {
      if (mail.attachments.length > 0) throw new Error("A batch carries no attachments.");
      const checked = checkMail(mail);
      if (!checked.ok) return refusedAddress(checked.address);
      const { replyTo, ...payload } = payloadOf(checked.mail);
      body.add({ ...payload, reply_to: replyTo });
    }
    const { data, error, headers } = await client.sendBatch(body.end(), idempotencyKey);
    if (error) return outcomeOf(error, headers);
    // Reused only now, after the request has read it.
    spare.push(body);
    return acceptedAs(Array.isArray(data.data) ? data.data.map(({ id }) => id) : [], mails.length);
  }

  return {
    batchLimit: BATCH_LIMIT,
    isIdempotent: true,

    async send(idempotencyKey, mails) {
      if (mails.length === 0 || mails.length > BATCH_LIMIT)
        throw new Error("A request must contain 1 to 100 mails.");
      if (mails.length > 1) return sendBatch(idempotencyKey, mails);
      const checked = checkMail(await onlyMail(mails));
      if (!checked.ok) return refusedAddress(checked.address);
      const { data, error, headers } = await client.emails.send(payloadOf(checked.mail), { idempotencyKey });
      return error ? outcomeOf(error, headers) : acceptedAs([data.id], 1);
    },

    async close() {},
  };
}

function payloadOf(mail: OutgoingMail): CreateEmailOptions {
  const { from, to, replyTo, subject, html, text, headers, attachments } = mail;
  return {
    from: quotedAddress(from),
    to,
    replyTo,
    subject,
    html,
    text,
    headers,
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ fileName, mediaType, content }) => ({
        filename: fileName,
        contentType: mediaType,
        content: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("base64"),
      })),
    }),
  };
}

/** Returns the outcome of a 2xx answer. Without the ids of the mails it is not from the API but from a proxy. */
function acceptedAs(messageIds: unknown[], count: number): SendOutcome {
  const ids = messageIds.filter((id) => typeof id === "string");
  return ids.length === count
    ? { kind: "accepted", messageIds: ids }
    : { kind: "unknown", afterMs: null, detail: "resend answered without message ids" };
}

/**
 * The statuses caused by the mail; any other 4xx concerns the installation (key, domain, address, quota)
 * and may be solved later.
 */
const CAUSED_BY_THE_MAIL = [400, 413, 422, 451];

function outcomeOf(error: ResendFailure, headers: Record<string, string> | null): SendOutcome {
  const detail = `resend ${error.statusCode ?? error.networkCode ?? "no answer"} ${error.name}`;
  const afterMs = retryAfterMs(headers?.["retry-after"]);
  if (error.statusCode === null)
    return { kind: error.isSurelyUnsent ? "retry" : "unknown", afterMs: null, detail };
  // The provider has accepted a request with this key and another body.
  if (error.name === "invalid_idempotent_request") return { kind: "accepted", messageIds: [] };
  if (error.name === "concurrent_idempotent_requests" || error.statusCode >= 500)
    return { kind: "unknown", afterMs, detail };
  if (CAUSED_BY_THE_MAIL.includes(error.statusCode))
    return { kind: "refused", by: "provider", isAddressDead: false, detail };
  return { kind: "retry", afterMs, detail };
}

/** Reads Retry-After, in seconds or as a date (RFC 9110, section 10.2.3); returns at most one day. */
function retryAfterMs(value: string | undefined): number | null {
  if (!value) return null;
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now().getTime();
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), DAY_MS);
}
