import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { readAccountChange } from "./account-change";
import { type AccountField, type AccountValues, changeOf } from "./account-values";
import { type AccountSnapshot, fieldValue, lockAccountByNumber, snapshotOf } from "./lock-account-by-number";
import { recordAccount } from "./record-account";

/** A value that a change set. */
interface ChangedValue {
  field: AccountField;
  from: string | null;
  to: string | null;
}

/**
 * Restores the values that an account had before a change. A value that was changed again since is kept. A new
 * address that still waits for the next invoice is cancelled; one that is in use already is kept. Returns why a value
 * was kept, or null when all were restored. The caller has taken the lock of the supplier's accounts
 * (`lockAccountsOf`).
 */
export async function restoreValues(
  tx: Transaction,
  viewer: StaffUser,
  customerNumber: string,
  before: AccountSnapshot,
  changed: readonly ChangedValue[],
): Promise<"took_effect" | "changed_since" | null> {
  const found = await lockAccountByNumber(tx, viewer, customerNumber);
  if (!found) return "changed_since";
  const current = snapshotOf(found);
  const values: Partial<AccountValues> = {};
  let kept: "took_effect" | "changed_since" | null = null;
  for (const { field, from, to } of changed) {
    // The change did not set this value: another account of the same company had it set before.
    if (fieldValue(before, field) === to) continue;
    if (field === "email" && to !== null && isInUse(to, before, current)) kept = "took_effect";
    else if (fieldValue(current, field) === to) values[field] = from;
    else kept ??= "changed_since";
  }
  if (Object.keys(values).length === 0) return kept;
  const checked = readAccountChange(customerNumber, changeOf(values));
  // The checks of today refuse a former value, or the account was closed since.
  if (!checked.ok) return "changed_since";
  const origin = { source: before.emailSource ?? "import", at: now() } as const;
  const saved = await recordAccount(tx, viewer, { customerNumber, found }, checked.change, origin);
  return saved.ok ? kept : "changed_since";
}

/**
 * Whether the new address is in use: the account was activated with it or, when it had been activated before, the
 * address no longer waits for an invoice.
 */
function isInUse(address: string, before: AccountSnapshot, current: AccountSnapshot): boolean {
  if (before.activatedAt === null) return current.activatedAt !== null;
  return current.values.email === address && current.pendingEmail === null;
}
