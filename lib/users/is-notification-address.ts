import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { Administrator } from "@/lib/access/viewer";

/** Whether the supplier writes to this address about the administrator's account. */
export async function isNotificationAddress(
  tx: Transaction,
  viewer: Administrator,
  email: string | null,
): Promise<boolean> {
  if (email === null) return false;
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(visibleAccounts(viewer), eq(accounts.email, email)));
  return rows.length > 0;
}
