import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { digests, notifications } from "@/db/schema/notifications";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { createLinks } from "@/lib/links/create-links";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { findMissed, type MissedInvoice } from "./find-missed";
import { queuedDocument } from "./waiting-notifications";

export type SentMissed =
  | { ok: true; count: number }
  | {
      ok: false;
      reason: "not_found" | "closed" | "paper" | "no_address" | "address_stopped" | "nothing_missed";
    };

/**
 * Sends an account one mail that lists its missed invoices (`findMissed`), to its current address. The mail is sent
 * exactly once: it makes a new generation of each notification, simultaneous requests wait for each other, and the
 * later ones find nothing missed. Refused when the account gets no mail, or when mails to its address are stopped.
 */
export function sendMissed(viewer: StaffUser, accountId: string): Promise<SentMissed> {
  return withViewer(viewer, (tx) => sendMissedIn(tx, viewer, accountId, now()));
}

/**
 * Sends the missed invoices of several accounts, in the transaction that corrects their address or allows mails to it
 * again. Returns the number of invoices that were sent again. Accounts that get no mail are skipped.
 */
export async function sendMissedOf(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  recipients: readonly { id: string }[],
  at: Date,
): Promise<number> {
  let count = 0;
  for (const { id } of recipients) {
    const sent = await sendMissedIn(tx, viewer, id, at);
    if (sent.ok) count += sent.count;
  }
  return count;
}

async function sendMissedIn(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  accountId: string,
  at: Date,
): Promise<SentMissed> {
  const account = await lockAccount(tx, viewer, accountId);
  if (!account) return { ok: false, reason: "not_found" };
  const { supplierId, email } = account;
  const unmailable = whyNotMailable(account);
  if (unmailable || email === null) return { ok: false, reason: unmailable ?? "no_address" };
  if (await findAddressState(tx, supplierId, email)) return { ok: false, reason: "address_stopped" };
  const missed = await findMissed(tx, [accountId]);
  if (missed.length === 0) return { ok: false, reason: "nothing_missed" };
  await queueMissed(tx, account, missed, at);
  await recordAudit(tx, viewer, {
    action: "missed_sent",
    subjectId: accountId,
    accountId,
    details: { count: missed.length },
    at,
  });
  return { ok: true, count: missed.length };
}

/** Locks the account for this transaction; a deposit in progress does not wait for this lock. */
async function lockAccount(tx: Transaction, viewer: StaffUser | SupplierKey, accountId: string) {
  const [account] = await tx
    .select({
      id: accounts.id,
      supplierId: accounts.supplierId,
      email: accounts.email,
      channel: accounts.channel,
      state: accounts.state,
      preference: accounts.preference,
      locale: accounts.locale,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      timeZone: suppliers.timeZone,
      linkOpens: suppliers.linkOpens,
      retentionMonths: suppliers.retentionMonths,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .innerJoin(suppliers, eq(suppliers.id, accounts.supplierId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, accountId)))
    .for("no key update", { of: accounts });
  return account;
}

async function queueMissed(
  tx: Transaction,
  account: NonNullable<Awaited<ReturnType<typeof lockAccount>>>,
  missed: readonly MissedInvoice[],
  at: Date,
): Promise<void> {
  const { id: accountId, supplierId, timeZone, locale, companyName, customerNumber } = account;
  const listId = uuidv7();
  const mailId = uuidv7();
  const tenant = { supplier_id: supplierId, account_id: accountId };
  const day = todayIn(timeZone, at.getTime());
  await insertRows(tx, digests, [{ id: listId, ...tenant, day, created_at: at }], { onConflict: "fail" });
  await insertRows(
    tx,
    notifications,
    missed.map(({ document, generation, preference }) => ({
      id: uuidv7(),
      ...tenant,
      invoice_id: document.invoiceId,
      generation: generation + 1,
      preference,
      channel: "electronic",
      state: "mailed",
      digest_id: listId,
      created_at: at,
    })),
    { onConflict: "fail" },
  );
  // As in a mail about one invoice: without a direct link where the customer chose to sign in (R19).
  const isDirect = account.preference !== "link" || account.linkOpens === "direct";
  const invoiceIds = missed.map(({ document }) => document.invoiceId);
  const [link = null] = isDirect
    ? await createLinks(tx, [{ supplierId, accountId, mailId, invoiceIds, timeZone }], at)
    : [];
  await queueMail(tx, {
    id: mailId,
    kind: "missed_invoices",
    supplierId,
    accountId,
    userId: null,
    subjectId: listId,
    recipient: account.email ?? "",
    locale,
    props: {
      supplier: await mailSupplier(tx, supplierId),
      account: { companyName, customerNumber },
      documents: missed.map(queuedDocument),
      link,
      retentionMonths: account.retentionMonths,
    },
    at,
  });
}
