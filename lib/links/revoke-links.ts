import { and, eq, isNull, type SQL } from "drizzle-orm";
import { linkCapabilities } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";

/** Revokes direct links of an account: all of them, or those that match. A link revoked before keeps its date. */
export async function revokeLinks(
  tx: Transaction,
  accountId: string,
  at: Date,
  which?: SQL | undefined,
): Promise<void> {
  await tx
    .update(linkCapabilities)
    .set({ revokedAt: at })
    .where(and(eq(linkCapabilities.accountId, accountId), isNull(linkCapabilities.revokedAt), which));
}
