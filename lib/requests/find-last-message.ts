import { and, desc, eq } from "drizzle-orm";
import { requestMessages } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { MessageSide } from "@/lib/request-choices";

/** The last message of a thread after the request itself, of one side or of both; undefined when there is none. */
export async function findLastMessage(tx: Transaction, requestId: string, side?: MessageSide) {
  const [last] = await tx
    .select({
      id: requestMessages.id,
      side: requestMessages.side,
      authorId: requestMessages.authorId,
      text: requestMessages.text,
    })
    .from(requestMessages)
    .where(and(eq(requestMessages.requestId, requestId), side && eq(requestMessages.side, side)))
    .orderBy(desc(requestMessages.at), desc(requestMessages.id))
    .limit(1);
  return last;
}
