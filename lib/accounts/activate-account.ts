import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { isMailable } from "@/lib/mails/mailable-account";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { issueToken } from "@/lib/tokens/issue-token";
import { addAdministrator } from "@/lib/users/add-administrator";

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
  const tokenId = await issueToken(tx, {
    purpose: "activation",
    supplierId: viewer.supplierId,
    userId: administrator.id,
    email,
    createdAt: at,
  });
  await queueMail(tx, {
    id: uuidv7(),
    kind: "activation",
    supplierId: viewer.supplierId,
    accountId: account.accountId,
    userId: administrator.id,
    subjectId: administrator.id,
    recipient: email,
    locale,
    props: {
      supplier: await mailSupplier(tx, viewer.supplierId),
      account: {
        companyName: account.companyName,
        customerNumber: account.customerNumber,
        identifier: administrator.identifier,
      },
      tokenId,
    },
    at,
  });
  await recordAudit(tx, viewer, {
    action: "account_activated",
    subjectId: administrator.id,
    accountId: account.accountId,
    at,
  });
  return administrator;
}
