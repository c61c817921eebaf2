import { and, desc, eq, isNull } from "drizzle-orm";
import { accountCorrections } from "@/db/schema/account-corrections";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import type { Correction } from "./record-correction";

/** The former values of an account that the console replaced, and when, by field. */
export type Superseded = ReadonlyMap<Correction["field"], ReadonlyMap<string, Date>>;

/**
 * Finds the values that an import or the API must not apply again: each value that a correction replaced and that no later
 * correction brought back. Undone corrections do not count. A removed value (null) is not among them.
 */
export async function findSuperseded(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  accountId: string,
): Promise<Superseded> {
  const newestFirst = await tx
    .select({
      field: accountCorrections.field,
      oldValue: accountCorrections.oldValue,
      newValue: accountCorrections.newValue,
      at: accountCorrections.at,
    })
    .from(accountCorrections)
    .where(
      and(
        eq(accountCorrections.supplierId, viewer.supplierId),
        eq(accountCorrections.accountId, accountId),
        isNull(accountCorrections.undoneAt),
      ),
    )
    .orderBy(desc(accountCorrections.at), desc(accountCorrections.id));
  const superseded = new Map<Correction["field"], Map<string, Date>>();
  const broughtBack = new Set<string>();
  for (const { field, oldValue, newValue, at } of newestFirst) {
    broughtBack.add(JSON.stringify([field, newValue]));
    if (oldValue === null || broughtBack.has(JSON.stringify([field, oldValue]))) continue;
    const values = superseded.get(field) ?? new Map<string, Date>();
    superseded.set(field, values);
    if (!values.has(oldValue)) values.set(oldValue, at);
  }
  return superseded;
}
