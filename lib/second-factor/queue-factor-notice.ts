import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { FactorChange } from "@/lib/access-changes";
import { isMailAddress } from "@/lib/mail-address";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";

/**
 * Queues the mail that tells a user about a change of their second factor, at the address recorded for them, in the
 * transaction of the change. `by` is the person who changed it, if it was not the user.
 */
export async function queueFactorNotice(
  tx: Transaction,
  userId: string,
  change: FactorChange,
  at: Date,
  by: { name: string; identifier: string } | null = null,
): Promise<void> {
  const [user] = await tx
    .select({
      identifier: users.identifier,
      email: users.email,
      locale: users.locale,
      accountId: users.accountId,
      staffSupplierId: users.supplierId,
      accountSupplierId: accounts.supplierId,
      companyName: sql<string>`coalesce(${ACCOUNT_NAME}, ${suppliers.name}, 'E-Facture')`,
    })
    .from(users)
    .leftJoin(accounts, eq(accounts.id, users.accountId))
    .leftJoin(companies, eq(companies.id, accounts.companyId))
    .leftJoin(suppliers, eq(suppliers.id, users.supplierId))
    .where(eq(users.id, userId));
  if (!user?.email || !isMailAddress(user.email)) return;
  const supplierId = user.staffSupplierId ?? user.accountSupplierId;
  await queueNewMail(tx, {
    id: uuidv7(),
    kind: "access_changed",
    supplierId,
    accountId: user.accountId,
    userId,
    subjectId: uuidv7(),
    recipient: user.email,
    locale: user.locale,
    props: {
      supplier: await mailSupplier(tx, supplierId),
      companyName: user.companyName,
      change,
      isYours: true,
      identifier: user.identifier,
      by,
      changedAt: at.toISOString(),
    },
    at,
  });
}
