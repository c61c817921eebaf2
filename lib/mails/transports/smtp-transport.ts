import { Readable } from "node:stream";
import { domainToASCII } from "node:url";
import { createTransport } from "nodemailer";
import { now } from "@/lib/clock";
import { sha256Hex } from "@/lib/sha256";
import type { MailTransport } from "./mail-transport";
import { onlyMail } from "./mails-to-send";
import { checkMail } from "./outgoing-mail";
import { refusedAddress } from "./refused-address";
import { smtpOutcome } from "./smtp-outcome";
import { smtpSettings } from "./smtp-settings";

/**
 * Sends through an SMTP server, one message per recipient over a few persistent connections. SMTP cannot guarantee
 * exactly once (RFC 5321, section 4.5.5): after the last byte is sent, a missing answer means unknown.
 */
export function smtpTransport(options: { url: string; timeoutMs?: number }): MailTransport {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const pool = createTransport({
    // nodemailer's `url` option is not used, because it then silently ignores all other options.
    ...smtpSettings(options.url),
    pool: true,
    maxConnections: 4,
    // By default nodemailer sends again, without limit, when a connection closes; retries are the dispatcher's
    // decision. Its types do not contain this option.
    ...{ maxRequeues: 0 },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const progress = new Map<string, Progress>();

  // nodemailer fills its own stream long before the server asks for the message. This stream is read only after DATA,
  // so that its end shows when the whole message was transmitted.
  pool.use("stream", ({ message }, done) => {
    const create = message.createReadStream.bind(message);
    const own = progress.get(message.messageId());
    if (!own) return done(new Error("A message lost its Message-ID."));
    message.createReadStream = () => Readable.from(handOver(create, own));
    done();
  });

  return {
    batchLimit: 1,
    isIdempotent: false,

    async send(idempotencyKey, mails) {
      const checked = checkMail(await onlyMail(mails));
      if (!checked.ok) return refusedAddress(checked.address);
      const { from, replyTo, to, subject, html, text, headers, attachments } = checked.mail;
      const domain = domainToASCII(from.address.split("@")[1] ?? "") || "localhost";
      const messageId = `<${sha256Hex(idempotencyKey).slice(0, 32)}@${domain}>`;
      if (progress.has(messageId)) throw new Error("A request with this key is in progress.");
      const own: Progress = { isHandedOver: false, isAbandoned: false };
      progress.set(messageId, own);
      const deadline = abandonAfter(timeoutMs, own);
      try {
        const sent = pool.sendMail({
          messageId,
          date: now(),
          from,
          replyTo: { name: "", address: replyTo },
          to: { name: "", address: to },
          subject,
          html,
          text,
          headers,
          xMailer: false,
          attachments: attachments.map(({ fileName, mediaType, content }) => ({
            filename: fileName,
            contentType: mediaType,
            contentDisposition: "attachment" as const,
            content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
          })),
        });
        await Promise.race([sent, deadline.passed]);
        return { kind: "accepted", messageIds: [messageId] };
      } catch (error) {
        return smtpOutcome(error, own.isHandedOver);
      } finally {
        deadline.clear();
        progress.delete(messageId);
      }
    },

    async close() {
      pool.close();
    },
  };
}

interface Progress {
  isHandedOver: boolean;
  isAbandoned: boolean;
}

/** Yields the message's bytes. The stream of an abandoned message fails before its end, so it is never accepted. */
async function* handOver(create: () => Readable, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of create()) {
    if (progress.isAbandoned) throw new Error("The message was abandoned.");
    yield chunk;
  }
  if (progress.isAbandoned) throw new Error("The message was abandoned.");
  progress.isHandedOver = true;
}

/** Limits the total time of a send: nodemailer's own timeouts restart with each line from a slow server. */
function abandonAfter(timeoutMs: number, progress: Progress) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      progress.isAbandoned = true;
      reject(Object.assign(new Error("too slow"), { code: "ETIMEDOUT" }));
    }, timeoutMs * 2);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
