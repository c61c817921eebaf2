import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { deliveries, mails } from "@/db/schema/mails";
import { visibleAccounts } from "@/lib/auth/access";
import type { StaffUser, SupplierKey } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { and, desc, eq } from "drizzle-orm";

const LAST_MAILS = 10;

export type AccountFound = NonNullable<Awaited<ReturnType<typeof getAccount>>>;

/**
 * An account as its supplier knows it, with a change of address that waits and what became of its last ten mails,
 * newest first. Null for a number the supplier has not given.
 */
export function getAccount(viewer: SupplierKey | StaffUser, customerNumber: string) {
  return withViewer(viewer, async (tx) => {
    const [account] = await tx
      .select({
        id: accounts.id,
        customerNumber: accounts.customerNumber,
        companyName: companies.name,
        siren: companies.siren,
        vatNumber: companies.vatNumber,
        email: accounts.email,
        emailSource: accounts.emailSource,
        emailRecordedAt: accounts.emailRecordedAt,
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        preference: accounts.preference,
        channel: accounts.channel,
        locale: accounts.locale,
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
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(LAST_MAILS);
    return { ...account, lastMails };
  });
}
