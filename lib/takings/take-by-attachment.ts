import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { mails } from "@/db/schema/mails";
import { invoiceTakings } from "@/db/schema/takings";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { TakingProof, TakingWay } from "@/lib/taking-choices";

/**
 * Records that the file attached to this mail was delivered: it is taken by the user whose proven address received it,
 * or by nobody known. A mail without an attached original changes nothing. Runs as a job, with the event of the
 * provider; safe to run twice.
 */
export async function takeByAttachment(tx: Transaction, mailId: string, at: Date): Promise<void> {
  await tx
    .insert(invoiceTakings)
    .select(
      tx
        .select({
          invoiceId: invoices.id,
          supplierId: invoices.supplierId,
          accountId: invoices.accountId,
          userId: users.id,
          way: sql<TakingWay>`'attachment'`.as("way"),
          proof: sql<TakingProof>`'delivered'`.as("proof"),
          takenAt: sql`${at.toISOString()}::timestamptz`.as("taken_at"),
          sourceId: mails.id,
          undoneAt: sql`null::timestamptz`.as("undone_at"),
        })
        .from(mails)
        .innerJoin(
          invoices,
          and(eq(invoices.id, mails.subjectId), eq(invoices.accountId, sql`${mails.accountId}`)),
        )
        .leftJoin(
          users,
          and(
            eq(users.accountId, invoices.accountId),
            eq(users.status, "active"),
            isNotNull(users.emailVerifiedAt),
            eq(users.email, sql`lower(${mails.recipient})`),
          ),
        )
        .where(
          and(
            eq(mails.id, mailId),
            eq(mails.kind, "notification_attachment"),
            sql`${mails.props} -> 'original' ->> 'isAttached' = 'true'`,
          ),
        ),
    )
    .onConflictDoNothing();
}

/** Undoes what the attachment of this mail took: the mail was reported as delivered, and came back later. */
export async function undoAttachment(tx: Transaction, mailId: string, at: Date): Promise<void> {
  await tx
    .update(invoiceTakings)
    .set({ undoneAt: at })
    .where(
      and(
        eq(invoiceTakings.way, "attachment"),
        eq(invoiceTakings.sourceId, mailId),
        isNull(invoiceTakings.undoneAt),
        sql`${invoiceTakings.invoiceId} = (select ${mails.subjectId} from ${mails} where ${mails.id} = ${mailId})`,
      ),
    );
}
