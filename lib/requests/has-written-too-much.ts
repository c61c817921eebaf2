import { and, count, eq, gt, sql } from "drizzle-orm";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { DAY_SECONDS } from "@/lib/limits/throttle";
import { MAX_MESSAGES_PER_DAY } from "./request-limits";

/**
 * Whether the user, or all users of the account together, have written `MAX_MESSAGES_PER_DAY` requests and messages in
 * the last 24 hours.
 */
export async function hasWrittenTooMuch(
  tx: Transaction,
  { accountId, userId }: CustomerUser,
  at: Date,
): Promise<boolean> {
  const since = new Date(at.getTime() - DAY_SECONDS * 1_000);
  const own = (author: typeof customerRequests.userId | typeof requestMessages.authorId) =>
    sql<number>`(count(*) filter (where ${author} = ${userId}))::int`;
  const [asked] = await tx
    .select({ all: count(), own: own(customerRequests.userId) })
    .from(customerRequests)
    .where(and(eq(customerRequests.accountId, accountId), gt(customerRequests.createdAt, since)));
  const [written] = await tx
    .select({ all: count(), own: own(requestMessages.authorId) })
    .from(requestMessages)
    .where(
      and(
        eq(requestMessages.accountId, accountId),
        eq(requestMessages.side, "customer"),
        gt(requestMessages.at, since),
      ),
    );
  return (
    (asked?.all ?? 0) + (written?.all ?? 0) >= MAX_MESSAGES_PER_DAY.account ||
    (asked?.own ?? 0) + (written?.own ?? 0) >= MAX_MESSAGES_PER_DAY.user
  );
}
