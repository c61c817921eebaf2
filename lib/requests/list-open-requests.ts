import { and, asc, eq } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import { fromStoredRequest } from "./stored-request";

/** The requests of an account that wait for an answer, oldest first. */
export async function listOpenRequests(tx: Transaction, accountId: string) {
  const rows = await tx
    .select({
      id: customerRequests.id,
      kind: customerRequests.kind,
      topic: customerRequests.topic,
      invoiceId: customerRequests.invoiceId,
      wanted: customerRequests.wanted,
      message: customerRequests.message,
      createdAt: customerRequests.createdAt,
    })
    .from(customerRequests)
    .where(and(eq(customerRequests.accountId, accountId), eq(customerRequests.state, "open")))
    .orderBy(asc(customerRequests.createdAt));
  return rows.map(({ wanted, message, ...row }) => ({
    ...row,
    text: message,
    asked: fromStoredRequest({ wanted, message }),
  }));
}
