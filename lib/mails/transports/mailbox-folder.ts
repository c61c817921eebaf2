import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { sha256Hex } from "@/lib/sha256";

/*
 * The demo mailbox on disk: one folder per request, named after its idempotency key, with `mails.json` and a file per
 * attachment. A folder gets its name when it is complete, so that a request is stored wholly or not at all, and once.
 */

const mailboxMails = z.array(
  z.object({
    id: z.string(),
    from: z.string(),
    replyTo: z.string(),
    to: z.string(),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    headers: z.record(z.string(), z.string()),
    attachments: z.array(z.object({ fileName: z.string(), mediaType: z.string(), size: z.number().int() })),
    sentAt: z.iso.datetime(),
  }),
);

export type MailboxMail = z.infer<typeof mailboxMails>[number];

export const requestFolder = (idempotencyKey: string) => sha256Hex(idempotencyKey).slice(0, 32);

export const mailId = (request: string, index: number) => `${request}-${index}`;

export const mailsFile = (folder: string, request: string) => join(folder, request, "mails.json");

export const attachmentFile = (folder: string, request: string, mail: number, attachment: number) =>
  join(folder, request, `${mail}-${attachment}`);

/** Returns the request and position of a mail by its id; null for any other text. */
export function parseMailId(id: string): { request: string; index: number } | null {
  const found = /^([0-9a-f]{32})-(\d{1,3})$/.exec(id);
  return found?.[1] && found[2] ? { request: found[1], index: Number(found[2]) } : null;
}

export const isRequestFolder = (name: string) => /^[0-9a-f]{32}$/.test(name);

/** Reads the mails of a request in the order of sending; none when the folder was deleted meanwhile. */
export async function readMails(folder: string, request: string): Promise<MailboxMail[]> {
  const text = await readFile(mailsFile(folder, request), "utf8").catch(() => "[]");
  return mailboxMails.parse(JSON.parse(text));
}
