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
import { smtpServer } from "./smtp-server";

/**
 * Any SMTP server, one message per recipient over a few kept connections. SMTP cannot promise exactly once (RFC 5321,
 * section 4.5.5): once the last byte is out, no answer means unknown.
 */
export function smtpTransport(options: { url: string; timeoutMs?: number }): MailTransport {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const pool = createTransport({
    // Not nodemailer's own `url`: beside it, every other option is silently ignored.
    ...smtpServer(options.url),
    pool: true,
    maxConnections: 4,
    // Left alone, nodemailer begins again by itself, without end, when a connection closes: that is the dispatcher's to
    // decide. Its types do not know this option.
    ...{ maxRequeues: 0 },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const progress = new Map<string, Progress>();

  // nodemailer fills its stream long before the server asks for the message; this one is read after DATA alone, so
  // that its end tells when the whole message was handed over.
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
      if (progress.has(messageId)) throw new Error("A request is under way under this key.");
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

/** The message's bytes; a message given up on never comes to its end, and so is never accepted. */
async function* handOver(create: () => Readable, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of create()) {
    if (progress.isAbandoned) throw new Error("given up on");
    yield chunk;
  }
  if (progress.isAbandoned) throw new Error("given up on");
  progress.isHandedOver = true;
}

/** Bounds the whole of a send: nodemailer's own timeouts begin anew with every line a slow server says. */
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
