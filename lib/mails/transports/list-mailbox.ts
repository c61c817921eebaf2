import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";
import { isRequestFolder, type MailboxMail, readMails } from "./mailbox-folder";

/** How far back a search for one recipient looks, in requests. */
const SEARCHED = 2000;

/** The newest mails of the demo mailbox first, at most `limit`, only those to `to` when it is given (in any case). */
export async function listMailbox(limit: number, to?: string): Promise<MailboxMail[]> {
  const folder = join(env().DATA_DIR, "mailbox");
  const wanted = to?.trim().toLowerCase();
  const mails: MailboxMail[] = [];
  for (const request of (await newestFirst(folder)).slice(0, SEARCHED)) {
    const arrived = (await readMails(folder, request)).reverse();
    mails.push(...arrived.filter((mail) => !wanted || mail.to.toLowerCase() === wanted));
    if (mails.length >= limit) break;
  }
  return mails.slice(0, limit);
}

/** By the machine's own clock: tests may turn the portal's back. */
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
