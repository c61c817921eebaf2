import { and, eq } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import { visibleRequests } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { isUuid } from "@/lib/uuid";
import { findLastMessage } from "./find-last-message";

export type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Locks the supplier's request until the transaction ends; null when absent or another supplier's. */
export async function lockRequest(tx: Transaction, viewer: StaffUser, id: string) {
  if (!isUuid(id)) return null;
  const [request] = await tx
    .select()
    .from(customerRequests)
    .where(and(visibleRequests(viewer), eq(customerRequests.id, id)))
    .for("update");
  if (!request) return null;
  const last = await findLastMessage(tx, id);
  // The request itself is the first entry of its thread.
  return { ...request, lastEntryId: last?.id ?? id };
}
