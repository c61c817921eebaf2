import { join } from "node:path";
import { env } from "@/lib/env";
import { type MailboxMail, parseMailId, readMails } from "./mailbox-folder";

/** Opens one mail of the demo mailbox; null if there is none. */
export async function openMailboxMail(id: string): Promise<MailboxMail | null> {
  const place = parseMailId(id);
  if (!place) return null;
  return (await readMails(join(env().DATA_DIR, "mailbox"), place.request))[place.index] ?? null;
}
