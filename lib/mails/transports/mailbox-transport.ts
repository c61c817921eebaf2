import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { now } from "@/lib/clock";
import type { MailTransport } from "./mail-transport";
import { attachmentFile, type MailboxMail, mailId, mailsFile, requestFolder } from "./mailbox-folder";
import { checkMail, type OutgoingMail, quotedAddress } from "./outgoing-mail";
import { refusedAddress } from "./refused-address";

const BATCH_LIMIT = 100;

/** The demo: every mail is stored in a folder of this machine, where /dev/mailbox shows it. Any process may write. */
export function mailboxTransport(path: string): MailTransport {
  const folder = resolve(path);

  return {
    batchLimit: BATCH_LIMIT,
    isIdempotent: true,

    async send(idempotencyKey, mails) {
      if (mails.length === 0 || mails.length > BATCH_LIMIT)
        throw new Error("A request carries 1 to 100 mails.");
      const safe: OutgoingMail[] = [];
      for await (const mail of mails) {
        const checked = checkMail(mail);
        if (!checked.ok) return refusedAddress(checked.address);
        safe.push(checked.mail);
      }
      const request = requestFolder(idempotencyKey);
      try {
        if (!(await isThere(mailsFile(folder, request)))) await store(folder, request, safe);
      } catch (error) {
        return { kind: "retry", afterMs: null, detail: `mailbox ${codeOf(error) ?? "failed"}` };
      }
      return { kind: "accepted", messageIds: safe.map((_, index) => mailId(request, index)) };
    },

    async close() {},
  };
}

async function store(folder: string, request: string, mails: readonly OutgoingMail[]): Promise<void> {
  const draft = `.draft-${randomUUID()}`;
  await mkdir(join(folder, draft), { recursive: true });
  try {
    for (const [at, mail] of mails.entries()) {
      for (const [number, { content }] of mail.attachments.entries())
        await writeFile(attachmentFile(folder, draft, at, number), content);
    }
    const written = mails.map((mail, at) => mailboxMail(mail, mailId(request, at)));
    await writeFile(mailsFile(folder, draft), JSON.stringify(written));
    // A file system's own time stands still for milliseconds, in which the next request may arrive.
    const arrivedAt = (performance.timeOrigin + performance.now()) / 1000;
    await utimes(join(folder, draft), arrivedAt, arrivedAt);
    await rename(join(folder, draft), join(folder, request));
  } catch (error) {
    // The name is taken: another process was faster with the same request.
    if (!(await isThere(mailsFile(folder, request)))) throw error;
  } finally {
    await rm(join(folder, draft), { recursive: true, force: true });
  }
}

function mailboxMail(mail: OutgoingMail, id: string): MailboxMail {
  const { from, replyTo, to, subject, html, text, headers, attachments } = mail;
  return {
    id,
    from: quotedAddress(from),
    replyTo,
    to,
    subject,
    html,
    text,
    headers,
    attachments: attachments.map(({ fileName, mediaType, content }) => ({
      fileName,
      mediaType,
      size: content.byteLength,
    })),
    sentAt: now().toISOString(),
  };
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? `${error.code}` : undefined);
