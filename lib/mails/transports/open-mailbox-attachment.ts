import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import { attachmentFile, parseMailId } from "./mailbox-folder";
import { openMailboxMail } from "./open-mailbox-mail";

/** Opens an attachment of a mail of the demo mailbox, by its position counted from 0; null if there is none. */
export async function openMailboxAttachment(
  id: string,
  number: number,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array<ArrayBuffer> } | null> {
  const place = parseMailId(id);
  const attachment = (await openMailboxMail(id))?.attachments[number];
  if (!place || !attachment) return null;
  const path = attachmentFile(join(env().DATA_DIR, "mailbox"), place.request, place.index, number);
  return { ...attachment, content: new Uint8Array(await readFile(path)) };
}
