import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Preference } from "@/lib/preferences";
import type { LockedAccount } from "./change-one";

/** Sets the notification preference of a locked account, as `setPreference` does, in the caller's transaction. */
export async function applyPreference(
  tx: Transaction,
  viewer: StaffUser,
  account: LockedAccount,
  { preference, at, askedBy }: { preference: Preference; at: Date; askedBy?: string },
): Promise<void> {
  if (account.preference === preference) return;
  const { id: accountId } = account;
  await tx.update(accounts).set({ preference, updatedAt: at }).where(eq(accounts.id, accountId));
  const values = { field: "preference" as const, oldValue: account.preference, newValue: preference };
  await recordCorrection(tx, viewer, { accountId, ...values, ...(askedBy && { askedBy }) }, at);
  await recordAudit(tx, viewer, {
    action: "account_changed",
    ...{ subjectId: accountId, accountId, at },
    details: { preference: { from: account.preference, to: preference } },
  });
}
