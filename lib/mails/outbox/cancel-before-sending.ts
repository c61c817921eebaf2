import { and, eq, inArray, or, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { MailReason } from "@/db/schema/mail-reasons";
import { deliveries, mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import { isSentToAccount } from "@/lib/mails/kinds/mail-kinds";
import { findMailsToCancel } from "./find-mails-to-cancel";
import type { PendingMail } from "./pending-mail";
import { releaseDigests } from "./release-digests";

/**
 * Cancels the mails that must not be sent: mails to an address that bounced for this supplier, mails about invoices
 * to one that complained, and retries about an invoice withdrawn since the first try. Each of these gets a delivery
 * with the reason. Mails that are no longer needed (`findMailsToCancel`) get none, because nobody has to act on them.
 * Returns the ids of all cancelled mails.
 */
export async function cancelBeforeSending(
  tx: Transaction,
  pending: readonly PendingMail[],
  at: Date,
): Promise<Set<string>> {
  if (pending.length === 0) return new Set();
  const [refusing, withdrawn, unneeded] = await Promise.all([
    stoppedAddresses(tx, pending),
    withdrawnSince(tx, pending),
    findMailsToCancel(tx, pending),
  ]);
  const reasonOf = (mail: PendingMail): MailReason | null => {
    if (withdrawn.has(mail.subjectId)) return "invoice_withdrawn";
    const state = refusing.get(addressKey(mail.supplierId, mail.recipient));
    if (state === "bounced") return "address_bounced";
    if (state === "complained" && isSentToAccount(mail.kind)) return "address_complained";
    return null;
  };
  const stopped = pending.flatMap((mail) => {
    const reason = reasonOf(mail);
    return reason ? [{ mail, reason }] : [];
  });
  const ids = stopped.map(({ mail }) => mail.id);
  await cancelMails(tx, new Map([...unneeded].filter(([id]) => !ids.includes(id))));
  if (stopped.length === 0) return new Set(unneeded.keys());
  await cancelMails(tx, new Map(stopped.map(({ mail, reason }) => [mail.id, reason])));
  await releaseDigests(
    tx,
    stopped.map(({ mail }) => mail.subjectId).filter((id) => withdrawn.has(id)),
  );
  await tx
    .insert(deliveries)
    .values(
      stopped.map(({ mail, reason }) => ({
        mailId: mail.id,
        supplierId: mail.supplierId,
        accountId: mail.accountId,
        state: "undeliverable" as const,
        reason,
        updatedAt: at,
      })),
    )
    .onConflictDoNothing();
  return new Set([...ids, ...unneeded.keys()]);
}

async function cancelMails(tx: Transaction, reasons: ReadonlyMap<string, MailReason>): Promise<void> {
  if (reasons.size === 0) return;
  const rows = [...reasons].map(([id, reason]) => ({ id, reason }));
  await tx
    .update(mails)
    .set({ state: "cancelled", leasedUntil: null, reason: sql`cancelled.reason` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as cancelled(id uuid, reason text)`)
    .where(eq(mails.id, sql`cancelled.id`));
}

const addressKey = (supplierId: string | null, email: string) => `${supplierId ?? ""} ${email.toLowerCase()}`;

async function stoppedAddresses(tx: Transaction, pending: readonly PendingMail[]) {
  const rows = await tx
    .select({
      supplierId: mailAddresses.supplierId,
      email: mailAddresses.email,
      state: mailAddresses.state,
    })
    .from(mailAddresses)
    .where(
      and(
        inArray(mailAddresses.supplierId, [
          ...new Set(pending.flatMap(({ supplierId }) => supplierId ?? [])),
        ]),
        inArray(mailAddresses.email, [...new Set(pending.map(({ recipient }) => recipient.toLowerCase()))]),
      ),
    );
  return new Map(rows.map((row) => [addressKey(row.supplierId, row.email), row.state]));
}

/**
 * The withdrawal cancels mails not tried yet; a mail that was being sent at that time is stopped before its next try.
 */
async function withdrawnSince(tx: Transaction, pending: readonly PendingMail[]): Promise<Set<string>> {
  const subjects = pending.filter(({ tries }) => tries > 1).map(({ subjectId }) => subjectId);
  if (subjects.length === 0) return new Set();
  const rows = await tx
    .select({ invoiceId: notifications.invoiceId, digestId: notifications.digestId })
    .from(notifications)
    .innerJoin(invoices, eq(invoices.id, notifications.invoiceId))
    .where(
      and(
        or(inArray(notifications.invoiceId, subjects), inArray(notifications.digestId, subjects)),
        eq(invoices.state, "withdrawn"),
      ),
    );
  return new Set(rows.flatMap(({ invoiceId, digestId }) => [invoiceId, digestId ?? invoiceId]));
}
