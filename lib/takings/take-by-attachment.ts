import { and, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { deliveries, mails } from "@/db/schema/mails";
import { invoiceTakings } from "@/db/schema/takings";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { TakingProof, TakingWay } from "@/lib/taking-choices";

/**
 * Records that the file attached to this mail was delivered: it is taken by the user whose proven address received it,
 * or by nobody known. A taking that was undone starts anew with another mail, not with its own. A mail without an attached
 * original changes nothing. Runs as a job, with the event of the provider; safe to run twice.
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
        .where(and(eq(mails.id, mailId), isAttached)),
    )
    .onConflictDoUpdate({
      target: [invoiceTakings.invoiceId, invoiceTakings.userId, invoiceTakings.way],
      set: { sourceId: sql`excluded.source_id`, takenAt: sql`excluded.taken_at`, undoneAt: null },
      setWhere: sql`${invoiceTakings.undoneAt} is not null
        and ${invoiceTakings.sourceId} is distinct from excluded.source_id`,
    });
}

/**
 * Undoes what the attachment of this mail took: the mail was reported as delivered, and came back later. When another
 * mail brought the file to the same address, the taking goes on as that mail's.
 */
export async function undoAttachment(tx: Transaction, mailId: string, at: Date): Promise<void> {
  const undone = await tx
    .update(invoiceTakings)
    .set({ undoneAt: at })
    .where(
      and(
        eq(invoiceTakings.way, "attachment"),
        eq(invoiceTakings.sourceId, mailId),
        isNull(invoiceTakings.undoneAt),
        sql`${invoiceTakings.invoiceId} = (select ${mails.subjectId} from ${mails} where ${mails.id} = ${mailId})`,
      ),
    )
    .returning({ id: invoiceTakings.invoiceId });
  if (undone.length === 0) return;
  const [other] = await tx
    .select({ id: mails.id, at: deliveries.updatedAt })
    .from(mails)
    .innerJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(
      and(
        sql`(${mails.accountId}, ${mails.subjectId}, lower(${mails.recipient})) = (
          select m.account_id, m.subject_id, lower(m.recipient) from ${mails} m where m.id = ${mailId})`,
        ne(mails.id, mailId),
        isAttached,
        eq(deliveries.state, "delivered"),
      ),
    )
    .orderBy(desc(deliveries.updatedAt))
    .limit(1);
  if (other) await takeByAttachment(tx, other.id, other.at);
}

const isAttached = and(
  eq(mails.kind, "notification_attachment"),
  sql`${mails.props} -> 'original' ->> 'isAttached' = 'true'`,
);
