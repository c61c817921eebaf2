import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { now } from "@/lib/clock";
import type { MailTransport } from "./mail-transport";
import { attachmentFile, type MailboxMail, mailId, mailsFile, requestFolder } from "./mailbox-folder";
import { checkMail, type OutgoingMail, quotedAddress } from "./outgoing-mail";
import { refusedAddress } from "./refused-address";

const BATCH_LIMIT = 100;
/** Mails contain links that open accounts: only the user of this process may read them. */
const PRIVATE_FOLDER = { recursive: true, mode: 0o700 };
const PRIVATE_FILE = { mode: 0o600 };

/**
 * Stores each mail in a folder of this machine, for the demo; /dev/mailbox shows them. Several processes may write.
 */
export function mailboxTransport(path: string): MailTransport {
  const folder = resolve(path);

  return {
    batchLimit: BATCH_LIMIT,
    isIdempotent: true,

    async send(idempotencyKey, mails) {
      if (mails.length === 0 || mails.length > BATCH_LIMIT)
        throw new Error("A request must contain 1 to 100 mails.");
      const safe: OutgoingMail[] = [];
      for await (const mail of mails) {
        const checked = checkMail(mail);
        if (!checked.ok) return refusedAddress(checked.address);
        safe.push(checked.mail);
      }
      const request = requestFolder(idempotencyKey);
      try {
        if (!(await fileExists(mailsFile(folder, request)))) await store(folder, request, safe);
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
  await mkdir(join(folder, draft), PRIVATE_FOLDER);
  try {
    for (const [index, mail] of mails.entries()) {
      for (const [number, { content }] of mail.attachments.entries())
        await writeFile(attachmentFile(folder, draft, index, number), content, PRIVATE_FILE);
    }
    const written = mails.map((mail, index) => mailboxMail(mail, mailId(request, index)));
    await writeFile(mailsFile(folder, draft), JSON.stringify(written), PRIVATE_FILE);
    // The file system's own time advances in steps of milliseconds; the next request may arrive within one step.
    const arrivedAt = (performance.timeOrigin + performance.now()) / 1000;
    await utimes(join(folder, draft), arrivedAt, arrivedAt);
    await rename(join(folder, draft), join(folder, request));
  } catch (error) {
    // The name exists already: another process has stored the same request.
    if (!(await fileExists(mailsFile(folder, request)))) throw error;
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

const fileExists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? `${error.code}` : undefined);
