import { insertRows, type OnConflict } from "@/db/insert-rows";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { findMailKind, type QueuedMail } from "@/lib/mails/kinds/mail-kinds";

interface Envelope {
  id: string;
  supplierId: string;
  accountId: string | null;
  userId: string | null;
  /** What the mail is about; with account, kind and generation it makes the mail unique. */
  subjectId: string;
  recipient: string;
  locale: Locale;
  at: Date;
}

/** A mail of a kind, with what that kind stores: it stays the same, so that a retry renders the same bytes. */
export type MailToQueue = Envelope & QueuedMail;

/**
 * Puts a mail into the outbox, in the transaction of the change it tells about; the same mail twice is one. Throws when
 * the props do not fit the kind's schema.
 */
export function queueMail(tx: Transaction, mail: MailToQueue): Promise<void> {
  return queueMails(tx, [mail]);
}

/**
 * Puts a mail about something that is new in this transaction into the outbox: it cannot be there already. For viewers
 * that may add a mail and read none (to skip a row that is there, PostgreSQL asks whether it may be read).
 */
export function queueNewMail(tx: Transaction, mail: MailToQueue): Promise<void> {
  return insertMails(tx, [mail], { onConflict: "fail" });
}

/** The same as `queueMail` for several, in one statement. */
export function queueMails(tx: Transaction, queued: readonly MailToQueue[]): Promise<void> {
  // The same account, kind, subject and generation: the same mail, which is queued once.
  return insertMails(tx, queued, { onConflict: "skip", on: "mails_once" });
}

function insertMails(tx: Transaction, queued: readonly MailToQueue[], conflict: OnConflict): Promise<void> {
  return insertRows(
    tx,
    mails,
    queued.map((mail) => {
      const { isUrgent, props } = checked(mail);
      return {
        id: mail.id,
        kind: mail.kind,
        supplier_id: mail.supplierId,
        account_id: mail.accountId,
        user_id: mail.userId,
        subject_id: mail.subjectId,
        recipient: mail.recipient,
        locale: mail.locale,
        props,
        state: "queued",
        is_urgent: isUrgent,
        // What somebody waits for shares no request with others, and what carries a file cannot.
        travels_alone: isUrgent || props.original?.isAttached === true,
        next_try_at: mail.at,
        created_at: mail.at,
      };
    }),
    conflict,
  );
}

function checked({ kind, props }: QueuedMail) {
  const definition = findMailKind(kind);
  if (!definition) throw new Error("A mail of an unknown kind was queued.");
  return { isUrgent: definition.isUrgent, props: definition.queued.parse(props) };
}
