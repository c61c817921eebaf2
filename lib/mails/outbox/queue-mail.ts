import { insertRows, type OnConflict } from "@/db/insert-rows";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { findMailKind, type QueuedMail } from "@/lib/mails/kinds/mail-kinds";

interface Envelope {
  id: string;
  /** Null for a mail of the installation, to an operator. */
  supplierId: string | null;
  accountId: string | null;
  userId: string | null;
  /** The subject of the mail (an invoice, a user, …); with account, kind and generation it makes the mail unique. */
  subjectId: string;
  /** A deliberate resend is a new generation; the first is 1. */
  generation?: number;
  recipient: string;
  locale: Locale;
  at: Date;
}

/** A mail with the data its kind stores. The data never changes, so that a retry renders the same bytes. */
export type MailToQueue = Envelope & QueuedMail;

/**
 * Adds a mail to the outbox, in the transaction of the change it reports; the same mail is added only once. Throws
 * when the props do not match the schema of the kind.
 */
export function queueMail(tx: Transaction, mail: MailToQueue): Promise<void> {
  return queueMails(tx, [mail]);
}

/**
 * Adds a mail about something created in this transaction, which therefore cannot be in the outbox already. For
 * viewers that may insert mails but not read them: to skip an existing row, PostgreSQL requires the right to read it.
 */
export function queueNewMail(tx: Transaction, mail: MailToQueue): Promise<void> {
  return queueNewMails(tx, [mail]);
}

/** Adds several such mails, in one statement. */
export function queueNewMails(tx: Transaction, queued: readonly MailToQueue[]): Promise<void> {
  return insertMails(tx, queued, { onConflict: "fail" });
}

/** Adds several mails to the outbox like `queueMail`, in one statement. */
export function queueMails(tx: Transaction, queued: readonly MailToQueue[]): Promise<void> {
  // A mail with the same account, kind, subject and generation is the same mail and is queued once.
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
        generation: mail.generation ?? 1,
        recipient: mail.recipient,
        locale: mail.locale,
        props,
        state: "queued",
        is_urgent: isUrgent,
        // An urgent mail shares no request with others; a mail with an attachment cannot.
        travels_alone: isUrgent || mail.supplierId === null || props.original?.isAttached === true,
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
