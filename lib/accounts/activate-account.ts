import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { isMailable } from "@/lib/mails/mailable-account";
import { addAdministrator } from "@/lib/users/add-administrator";
import { queueActivation } from "./queue-activation";

/**
 * Activates an account with the first invoice deposited after its address is known (R2): creates its administrator,
 * whose identifier is the address unless the address is used already (R3), and queues the activation mail. This
 * happens once, because the account is marked in the deposit's transaction. A change of address that takes effect
 * removes the mark and activates the new address in the same way (R21). Returns the new administrator, or null.
 */
export async function activateAccount(
  tx: Transaction,
  viewer: SupplierKey,
  account: { accountId: string; companyName: string; customerNumber: string },
  at: Date,
): Promise<{ id: string; identifier: string } | null> {
  const [marked] = await tx
    .update(accounts)
    .set({ activationQueuedAt: at })
    .where(and(eq(accounts.id, account.accountId), isMailable, isNull(accounts.activationQueuedAt)))
    .returning({ email: accounts.email, locale: accounts.locale });
  if (!marked?.email) return null;
  const { email, locale } = marked;
  const administrator = await addAdministrator(tx, { accountId: account.accountId, email, locale }, at);
  await queueActivation(tx, viewer, { account, administrator, email, locale, generation: 1 }, at);
  await recordAudit(tx, viewer, {
    action: "account_activated",
    subjectId: administrator.id,
    accountId: account.accountId,
    at,
  });
  return administrator;
}
