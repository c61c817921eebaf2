import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { invoices } from "@/db/schema/invoices";
import { notifications } from "@/db/schema/notifications";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { QueuedDocument } from "@/lib/mails/kinds/queued-parts";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { lockAddresses } from "@/lib/mails/outbox/lock-addresses";
import { toDecimal } from "@/lib/money";
import { paymentWay, writtenAccount } from "@/lib/payment-means";

/** The columns of an invoice that its mail shows. */
export const DOCUMENT_COLUMNS = {
  invoiceId: invoices.id,
  type: invoices.type,
  number: invoices.number,
  issuedOn: invoices.issuedOn,
  dueOn: invoices.dueOn,
  paymentMeans: invoices.paymentMeans,
  paymentAccount: invoices.paymentAccount,
  currency: invoices.currency,
  totalWithVatMinor: invoices.totalWithVatMinor,
  contracts: invoices.contracts,
  vehicles: invoices.vehicles,
  keptUntil: invoices.removeAfter,
};

/** Locks waiting notifications for the transaction, by account, oldest first. Other transactions skip them. */
export async function claimWaiting(tx: Transaction, condition: SQL | undefined, limit: number) {
  const rows = await tx
    .select({
      id: notifications.id,
      preference: notifications.preference,
      generation: notifications.generation,
      supplierId: notifications.supplierId,
      accountId: notifications.accountId,
      channel: accounts.channel,
      accountState: accounts.state,
      locale: accounts.locale,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      timeZone: suppliers.timeZone,
      retentionMonths: suppliers.retentionMonths,
      linkOpens: suppliers.linkOpens,
      attachmentLimitBytes: suppliers.attachmentLimitBytes,
      invoiceState: invoices.state,
      storageKey: invoices.storageKey,
      supplierName: suppliers.name,
      mediaType: invoices.mediaType,
      size: invoices.size,
      document: DOCUMENT_COLUMNS,
    })
    .from(notifications)
    .innerJoin(invoices, eq(invoices.id, notifications.invoiceId))
    .innerJoin(accounts, eq(accounts.id, notifications.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .innerJoin(suppliers, eq(suppliers.id, notifications.supplierId))
    .where(and(eq(notifications.state, "waiting"), condition))
    .orderBy(asc(notifications.accountId), asc(notifications.createdAt), asc(notifications.id))
    .limit(limit)
    .for("update", { of: notifications, skipLocked: true });
  const addresses = await lockAddresses(
    tx,
    rows.map(({ accountId }) => accountId),
  );
  return rows.map((row) => ({ ...row, email: addresses.get(row.accountId) ?? null }));
}

export type WaitingNotification = Awaited<ReturnType<typeof claimWaiting>>[number];

/** Whether a mail may be sent: the invoice is not withdrawn, and the account is mailable. */
export function isDeliverable(waiting: WaitingNotification): boolean {
  return (
    waiting.invoiceState === "available" &&
    whyNotMailable({ ...waiting, state: waiting.accountState }) === null
  );
}

/** Returns the invoice data to store for its mail. */
export function queuedDocument({ document: row }: Pick<WaitingNotification, "document">): QueuedDocument {
  const { totalWithVatMinor, paymentMeans: _means, paymentAccount: _account, ...rest } = row;
  return {
    ...rest,
    payment: { way: paymentWay(row), account: writtenAccount(row) },
    totalWithVat: toDecimal(totalWithVatMinor, row.currency),
  };
}

/** Records the final state of waiting notifications; `digestOf` gives the digest that lists each one. */
export async function recordFinalState(
  tx: Transaction,
  waiting: readonly { id: string }[],
  state: "mailed" | "nothing_to_send",
  digestOf: (notificationId: string) => string | null = () => null,
): Promise<void> {
  if (waiting.length === 0) return;
  const ended = waiting.map(({ id }) => ({ id, digest_id: digestOf(id) }));
  await tx
    .update(notifications)
    .set({ state, digestId: sql`ended.digest_id` })
    .from(sql`jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as ended(id uuid, digest_id uuid)`)
    .where(eq(notifications.id, sql`ended.id`));
}
