import { join } from "node:path";
import { env } from "@/lib/env";
import { type MailboxMail, placeOf, readMails } from "./mailbox-folder";

/** One mail of the demo mailbox, or null. */
export async function openMailboxMail(id: string): Promise<MailboxMail | null> {
  const place = placeOf(id);
  if (!place) return null;
  return (await readMails(join(env().DATA_DIR, "mailbox"), place.request))[place.index] ?? null;
}
