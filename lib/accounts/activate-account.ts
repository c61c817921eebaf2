import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Locale } from "@/lib/languages";
import { isMailable } from "@/lib/mails/mailable-account";
import { addAdministrator } from "@/lib/users/add-administrator";
import { queueActivation } from "./queue-activation";

export interface NamedAccount {
  accountId: string;
  companyName: string;
  customerNumber: string;
}

/** An account and its administrator who is to choose a password. */
export interface Activation extends NamedAccount {
  administrator: { id: string; identifier: string };
}

/**
 * Activates an account with the first invoice deposited after its address is known (R2): creates its administrator,
 * whose identifier is the address unless the address is used already (R3), and queues the activation mail. This
 * happens once, because the account is marked in the deposit's transaction. A change of address that takes effect
 * removes the mark and activates the new address in the same way (R21). Returns the new administrator, or null.
 */
export async function activateAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  account: NamedAccount,
  at: Date,
): Promise<{ id: string; identifier: string } | null> {
  const marked = await markActivated(tx, account.accountId, at);
  if (!marked) return null;
  const administrator = await addAdministrator(tx, { accountId: account.accountId, ...marked }, at);
  await queueActivation(tx, viewer, { account, administrator, ...marked, generation: 1 }, at);
  await recordAudit(tx, viewer, {
    action: "account_activated",
    subjectId: administrator.id,
    accountId: account.accountId,
    at,
  });
  return administrator;
}

/** Marks a mailable account as activated; null when it is not mailable, or marked already. */
export async function markActivated(
  tx: Transaction,
  accountId: string,
  at: Date,
): Promise<{ email: string; locale: Locale } | null> {
  const [marked] = await tx
    .update(accounts)
    .set({ activationQueuedAt: at })
    .where(and(eq(accounts.id, accountId), isMailable, isNull(accounts.activationQueuedAt)))
    .returning({ email: accounts.email, locale: accounts.locale });
  return marked?.email ? { email: marked.email, locale: marked.locale } : null;
}
