import { accountCorrections } from "@/db/schema/account-corrections";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";

/** A value of an account that a member of the supplier's staff replaces. */
export interface Correction {
  accountId: string;
  field: (typeof accountCorrections.$inferSelect)["field"];
  /** As the API writes the value (`account-answer.ts`); null for none. */
  oldValue: string | null;
  newValue: string | null;
  /** Who asked for the correction; absent when the form has no such field. */
  askedBy?: string;
}

/**
 * Records that the console replaced the value of one field. Call it in the transaction that replaces the value.
 * Afterwards an import or the API does not apply the former value again (`findSuperseded`), and the new one is listed by
 * `GET /api/v1/accounts?changedSince=`. Does nothing when both values are the same. Returns the id of the record, or
 * null.
 */
export async function recordCorrection(
  tx: Transaction,
  viewer: StaffUser,
  correction: Correction,
  at: Date,
): Promise<string | null> {
  const { supplierId, userId: changedBy } = viewer;
  if (correction.oldValue === correction.newValue) return null;
  const [added] = await tx
    .insert(accountCorrections)
    .values({ ...correction, supplierId, changedBy, at })
    .returning({ id: accountCorrections.id });
  return added?.id ?? null;
}
