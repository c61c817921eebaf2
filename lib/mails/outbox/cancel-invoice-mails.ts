import { and, eq, inArray, lte, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { mails } from "@/db/schema/mails";
import { notifications } from "@/db/schema/notifications";
import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { revokeLinks } from "@/lib/links/revoke-links";
import { releaseDigests } from "./release-digests";

/**
 * Cancels the mails about an invoice, after it was marked as withdrawn: waiting notifications, queued mails, and the
 * links that open only this invoice. A queued digest that lists it is cancelled as a whole, and its other invoices wait
 * for the next digest. A mail now being sent cannot be cancelled, but its links no longer open the invoice.
 */
export async function cancelInvoiceMails(
  tx: Transaction,
  invoice: { id: string; accountId: string },
  at: Date,
): Promise<void> {
  // Notifications are locked first, as in the job that makes their mails, so that a mail made meanwhile is found
  // below.
  const notified = await tx
    .update(notifications)
    .set({
      state: sql`case ${notifications.state} when 'waiting' then 'cancelled' else ${notifications.state} end`,
    })
    .where(eq(notifications.invoiceId, invoice.id))
    .returning({ digestId: notifications.digestId });
  const digestIds = notified.flatMap(({ digestId }) => (digestId ? [digestId] : []));
  const cancelled = await tx
    .update(mails)
    .set({ state: "cancelled", leasedUntil: null, reason: "invoice_withdrawn" })
    .where(
      and(
        eq(mails.accountId, invoice.accountId),
        inArray(mails.subjectId, [invoice.id, ...digestIds]),
        or(eq(mails.state, "queued"), and(eq(mails.state, "sending"), lte(mails.leasedUntil, at))),
      ),
    )
    .returning({ id: mails.id, subjectId: mails.subjectId });
  await releaseDigests(
    tx,
    cancelled.map(({ subjectId }) => subjectId).filter((id) => id !== invoice.id),
  );
  await revokeInvoiceLinks(
    tx,
    invoice,
    cancelled.map(({ id }) => id),
    at,
  );
}

async function revokeInvoiceLinks(
  tx: Transaction,
  invoice: { id: string; accountId: string },
  mailIds: string[],
  at: Date,
): Promise<void> {
  const others = alias(linkCapabilityInvoices, "others");
  const namesOthers = tx
    .select({ one: sql`1` })
    .from(others)
    .where(and(eq(others.linkId, linkCapabilityInvoices.linkId), ne(others.invoiceId, invoice.id)));
  const linksToItAlone = tx
    .select({ id: linkCapabilityInvoices.linkId })
    .from(linkCapabilityInvoices)
    .where(and(eq(linkCapabilityInvoices.invoiceId, invoice.id), notExists(namesOthers)));
  const linksToRevoke = or(
    inArray(linkCapabilities.id, linksToItAlone),
    inArray(linkCapabilities.mailId, mailIds),
  );
  await revokeLinks(tx, invoice.accountId, at, linksToRevoke);
}
