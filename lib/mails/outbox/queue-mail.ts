import { insertRows } from "@/db/insert-rows";
import { mails, URGENT_KINDS } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import type { MailKind, QueuedProps } from "@/lib/mails/kinds/mail-kinds";

export interface MailToQueue<Kind extends MailKind = MailKind> {
  id: string;
  kind: Kind;
  supplierId: string;
  accountId: string | null;
  userId: string | null;
  /** What the mail is about; with account, kind and generation it makes the mail unique. */
  subjectId: string;
  recipient: string;
  locale: Locale;
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
  await insertRows(
    tx,
    mails,
    queued.map((mail) => ({
      id: mail.id,
      kind: mail.kind,
      supplier_id: mail.supplierId,
      account_id: mail.accountId,
      user_id: mail.userId,
      subject_id: mail.subjectId,
      recipient: mail.recipient,
      locale: mail.locale,
      props: mail.props,
      state: "queued",
      travels_alone: travelsAlone(mail),
      next_try_at: mail.at,
      created_at: mail.at,
    })),
    // The same account, kind, subject and generation: the same mail, which is queued once.
    { onConflict: "skip", on: "mails_once" },
  );
}

/** What somebody waits for shares no request with others, and what carries a file cannot. */
function travelsAlone({ kind, props }: MailToQueue): boolean {
  return URGENT_KINDS.some((urgent) => urgent === kind) || ("original" in props && props.original.isAttached);
}
