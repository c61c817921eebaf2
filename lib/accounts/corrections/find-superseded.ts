import { and, desc, eq, isNull } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { accountCorrections } from "@/db/schema/account-corrections";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import type { Correction } from "./record-correction";

/** The former values of an account that the console replaced, and when, by field. */
export type Superseded = ReadonlyMap<Correction["field"], ReadonlyMap<string | null, Date>>;

/**
 * Finds the values that an import or the API must not apply again: each value that a correction replaced and that no later
 * correction brought back; null where there was none before. Undone corrections do not count.
 */
export async function findSuperseded(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  accountId: string,
): Promise<Superseded> {
  return (await findSupersededOf(tx, viewer, [accountId])).get(accountId) ?? new Map();
}

/** Finds the same values for several accounts, by account id. An account without such values has no entry. */
export async function findSupersededOf(
  tx: Transaction,
  viewer: StaffUser | SupplierKey,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Superseded>> {
  const newestFirst = await tx
    .select({
      accountId: accountCorrections.accountId,
      field: accountCorrections.field,
      oldValue: accountCorrections.oldValue,
      newValue: accountCorrections.newValue,
      at: accountCorrections.at,
    })
    .from(accountCorrections)
    .where(
      and(
        eq(accountCorrections.supplierId, viewer.supplierId),
        isAmongIds(accountCorrections.accountId, accountIds),
        isNull(accountCorrections.undoneAt),
      ),
    )
    .orderBy(desc(accountCorrections.at), desc(accountCorrections.id));
  const superseded = new Map<string, Map<Correction["field"], Map<string | null, Date>>>();
  const broughtBack = new Set<string>();
  for (const { accountId, field, oldValue, newValue, at } of newestFirst) {
    broughtBack.add(JSON.stringify([accountId, field, newValue]));
    if (broughtBack.has(JSON.stringify([accountId, field, oldValue]))) continue;
    const ofAccount = superseded.get(accountId) ?? new Map<Correction["field"], Map<string | null, Date>>();
    superseded.set(accountId, ofAccount);
    const values = ofAccount.get(field) ?? new Map<string | null, Date>();
    ofAccount.set(field, values);
    if (!values.has(oldValue)) values.set(oldValue, at);
  }
  return superseded;
}
