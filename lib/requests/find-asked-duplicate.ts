import { and, asc, eq, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";

/**
 * Returns when the viewer's account asked for a duplicate of the document with this number, if that request is still
 * open; else null.
 */
export async function findAskedDuplicate(
  tx: Transaction,
  viewer: AccountReader,
  number: string,
): Promise<Date | null> {
  const [asked] = await tx
    .select({ at: customerRequests.createdAt })
    .from(customerRequests)
    .where(
      and(
        eq(customerRequests.accountId, viewer.accountId),
        eq(customerRequests.kind, "duplicate"),
        eq(customerRequests.state, "open"),
        sql`lower(${customerRequests.wanted} -> 'document' ->> 'number') = lower(${number})`,
      ),
    )
    .orderBy(asc(customerRequests.createdAt))
    .limit(1);
  return asked?.at ?? null;
}
