import { sql } from "drizzle-orm";
import { logAccessChange } from "@/lib/audit/record-audit";
import { isUuid } from "@/lib/uuid";
import { type ActingOperator, asOperator, type OperatorRefusal } from "./acting-operator";
import { findSupplierById } from "./find-supplier-by-id";
import type { SupplierChange } from "./supplier-changes";

export type ChangedSupplier =
  /** `isNew` is false when it was so already. */
  { ok: true; name: string; isNew: boolean } | { ok: false; reason: "not_found" };

/**
 * Suspends a supplier, lets it work again, or lets its paused mails leave again. Needs fresh proof. Suspended: its keys
 * answer 403, its staff cannot sign in and open sessions end, and no mail leaves but those that customers ask for or
 * that warn them of a changed access; customers go on reading. What waited leaves when it works again.
 */
export async function changeSupplier(
  operator: ActingOperator,
  id: string,
  wanted: SupplierChange,
): Promise<ChangedSupplier | OperatorRefusal> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return asOperator(operator, async (tx, viewer, at): Promise<ChangedSupplier> => {
    const supplier = await findSupplierById(tx, id, at);
    if (!supplier) return { ok: false, reason: "not_found" };
    const [row] = await tx.execute<{ is_new: boolean }>(
      wanted === "resume_mails"
        ? sql`select auth_resume_mails(${id}, ${at.toISOString()}) as is_new`
        : sql`select auth_suspend_supplier(${id}, ${wanted === "suspend"}, ${at.toISOString()}) as is_new`,
    );
    const isNew = row?.is_new === true;
    if (isNew) logAccessChange(tx, viewer, { action: ACTIONS[wanted], subjectId: id });
    return { ok: true, name: supplier.name, isNew };
  });
}

const ACTIONS = {
  suspend: "supplier_suspended",
  resume: "supplier_resumed",
  resume_mails: "supplier_mails_resumed",
} as const satisfies Record<SupplierChange, string>;
