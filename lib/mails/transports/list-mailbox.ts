import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import { normalizeMailAddress } from "@/lib/mail-address";
import { isRequestFolder, type MailboxMail, readMails } from "./mailbox-folder";

/** The number of newest requests searched for one recipient. */
const MAX_SEARCHED_REQUESTS = 2000;

/** Lists the mails of the demo mailbox, newest first, at most `limit`; with `to`, only those to it (ignoring case). */
export async function listMailbox(limit: number, to?: string): Promise<MailboxMail[]> {
  const folder = join(env().DATA_DIR, "mailbox");
  const wanted = to && normalizeMailAddress(to);
  const mails: MailboxMail[] = [];
  for (const request of (await newestFirst(folder)).slice(0, MAX_SEARCHED_REQUESTS)) {
    const arrived = (await readMails(folder, request)).reverse();
    mails.push(...arrived.filter((mail) => !wanted || mail.to.toLowerCase() === wanted));
    if (mails.length >= limit) break;
  }
  return mails.slice(0, limit);
}

/** Sorts by file time, not by the portal's clock, which tests may set back. */
async function newestFirst(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const dated = await Promise.all(
    names.filter(isRequestFolder).map(async (name) => ({
      name,
      at: await stat(join(folder, name), { bigint: true }).then(
        ({ mtimeNs }) => mtimeNs,
        () => 0n,
      ),
    })),
  );
  return dated.sort((a, b) => Number(b.at - a.at)).map(({ name }) => name);
}
