import { and, count, eq, gt } from "drizzle-orm";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import { DAY_SECONDS } from "@/lib/limits/throttle";
import { MAX_MESSAGES_PER_DAY } from "./request-limits";

/** Whether the account's users have written `MAX_MESSAGES_PER_DAY` requests and messages in the last 24 hours. */
export async function hasWrittenTooMuch(tx: Transaction, accountId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - DAY_SECONDS * 1_000);
  const [asked] = await tx
    .select({ n: count() })
    .from(customerRequests)
    .where(and(eq(customerRequests.accountId, accountId), gt(customerRequests.createdAt, since)));
  const [written] = await tx
    .select({ n: count() })
    .from(requestMessages)
    .where(
      and(
        eq(requestMessages.accountId, accountId),
        eq(requestMessages.side, "customer"),
        gt(requestMessages.at, since),
      ),
    );
  return (asked?.n ?? 0) + (written?.n ?? 0) >= MAX_MESSAGES_PER_DAY;
}
