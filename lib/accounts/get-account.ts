import { and, eq } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { deliveries, mails } from "@/db/schema/mails";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { VALUE_COLUMNS } from "./account-values";

const LAST_MAILS = 10;

export type AccountDetails = NonNullable<Awaited<ReturnType<typeof getAccount>>>;

/**
 * Returns an account for its supplier, with a waiting change of address and the delivery of its last ten mails, newest
 * first. `stopped`: why and since when mails to its address are stopped: `bounced` stops all mails of this supplier,
 * `complained` its notifications, `suppressed` is the provider's own list. Null for an unknown customer number.
 */
export function getAccount(viewer: SupplierKey | StaffUser, customerNumber: string) {
  return withViewer(viewer, async (tx) => {
    const [account] = await tx
      .select({
        id: accounts.id,
        customerNumber: accounts.customerNumber,
        ...VALUE_COLUMNS,
        emailSource: accounts.emailSource,
        emailRecordedAt: accounts.emailRecordedAt,
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        state: accounts.state,
        activatedAt: accounts.activationQueuedAt,
      })
      .from(accounts)
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(and(visibleAccounts(viewer), eq(accounts.customerNumber, customerNumber)));
    if (!account) return null;
    const lastMails = await tx
      .select({
        kind: mails.kind,
        recipient: mails.recipient,
        mailState: mails.state,
        deliveryState: deliveries.state,
        reason: deliveries.reason,
        queuedAt: mails.createdAt,
        sentAt: mails.sentAt,
        updatedAt: deliveries.updatedAt,
      })
      .from(mails)
      .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
      .where(eq(mails.accountId, account.id))
      .orderBy(newestFirst(mails.createdAt), newestFirst(mails.id))
      .limit(LAST_MAILS);
    const [stopped = null] = await tx
      .select({ state: mailAddresses.state, reason: mailAddresses.reason, since: mailAddresses.at })
      .from(mailAddresses)
      .innerJoin(accounts, eq(accounts.supplierId, mailAddresses.supplierId))
      .where(and(eq(accounts.id, account.id), eq(mailAddresses.email, accounts.email)));
    return { ...account, lastMails, stopped };
  });
}
