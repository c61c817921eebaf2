import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import type { IdentifiedAccount } from "@/lib/mails/kinds/queued-parts";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";

export interface ChangedPassword {
  /** Null for an operator. */
  supplierId: string | null;
  accountId: string | null;
  userId: string;
  recipient: string;
  locale: Locale;
  /** The identifiers whose password changed: several when one password was chosen for all (R7). */
  accounts: IdentifiedAccount[];
  /** The id of the link that was consumed, or of this one change: there is one mail for each. */
  subjectId: string;
  at: Date;
}

/** Queues the mail that notifies the owner of a changed password, in the transaction of the change. */
export async function queuePasswordChangedMail(tx: Transaction, changed: ChangedPassword): Promise<void> {
  const { accounts, at, ...mail } = changed;
  await queueNewMail(tx, {
    ...mail,
    id: uuidv7(),
    kind: "password_changed",
    props: { supplier: await mailSupplier(tx, mail.supplierId), accounts, changedAt: at.toISOString() },
    at,
  });
}
