import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/audit-events";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/**
 * Returns the address that was notified before it was removed: the address of the administrator whom the last
 * activation created.
 */
export async function findFormerAddress(tx: Transaction, accountId: string): Promise<string | null> {
  const [found] = await tx
    .select({ email: users.email })
    .from(auditEvents)
    .innerJoin(users, eq(users.id, auditEvents.subjectId))
    .where(and(eq(auditEvents.accountId, accountId), eq(auditEvents.action, "account_activated")))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1);
  return found?.email ?? null;
}
