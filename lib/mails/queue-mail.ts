import { mails, URGENT_KINDS } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { MailKind, QueuedProps } from "./mail-kinds";

export interface MailToQueue<Kind extends MailKind = MailKind> {
  id: string;
  kind: Kind;
  supplierId: string;
  accountId: string | null;
  userId: string | null;
  /** What the mail is about; with account, kind and generation it makes the mail unique. */
  subjectId: string;
  recipient: string;
  locale: "fr" | "en";
  /** Frozen now: a retry renders the same bytes. */
  props: QueuedProps[Kind];
  at: Date;
}

/** Puts a mail into the outbox, in the transaction of the change it tells about; the same mail twice is one. */
export function queueMail<Kind extends MailKind>(tx: Transaction, mail: MailToQueue<Kind>): Promise<void> {
  return queueMails(tx, [mail]);
}

/** The same for several, in one statement. */
export async function queueMails(tx: Transaction, queued: readonly MailToQueue[]): Promise<void> {
  if (queued.length === 0) return;
  const rows = queued.map((mail) => {
    const { at, ...row } = mail;
    const state = "queued" as const;
    return { ...row, state, travelsAlone: travelsAlone(mail), nextTryAt: at, createdAt: at };
  });
  await tx.insert(mails).values(rows).onConflictDoNothing();
}

/** What somebody waits for shares no request with others, and what carries a file cannot. */
function travelsAlone({ kind, props }: MailToQueue): boolean {
  return URGENT_KINDS.some((urgent) => urgent === kind) || ("original" in props && props.original.isAttached);
}
