import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { readAccountChange } from "./account-change";
import { type AccountField, type AccountValues, changeOf } from "./account-values";
import { type AccountBefore, beforeOf, lockNumberedAccount, valueOf } from "./lock-numbered-account";
import { recordAccount } from "./record-account";

/** A value that a change set. */
interface ChangedValue {
  field: AccountField;
  from: string | null;
  to: string | null;
}

/**
 * Puts the values of an account back as they were before a change: each value that is still the one that the change
 * set. A new address that still waits for the next invoice is cancelled; one that an invoice has put into use stays.
 * Returns why something stayed, or null. The caller has taken the supplier's lock.
 */
export async function putBack(
  tx: Transaction,
  viewer: StaffUser,
  customerNumber: string,
  before: AccountBefore,
  changed: readonly ChangedValue[],
): Promise<"took_effect" | "changed_since" | null> {
  const found = await lockNumberedAccount(tx, viewer, customerNumber);
  if (!found) return "changed_since";
  const current = beforeOf(found);
  const values: Partial<AccountValues> = {};
  let stayed: "took_effect" | "changed_since" | null = null;
  for (const { field, from, to } of changed) {
    // The change did not set this value: another account of the same company had it set before.
    if (valueOf(before, field) === to) continue;
    if (field === "email" && to !== null && isInUse(to, before, current)) stayed = "took_effect";
    else if (valueOf(current, field) === to) values[field] = from;
    else stayed ??= "changed_since";
  }
  if (Object.keys(values).length === 0) return stayed;
  const checked = readAccountChange(customerNumber, changeOf(values));
  // A former value that today's checks refuse, or an account that was closed since.
  if (!checked.ok) return "changed_since";
  const origin = { source: before.emailSource ?? "import", at: now() } as const;
  const saved = await recordAccount(tx, viewer, { customerNumber, found }, checked.change, origin);
  return saved.ok ? stayed : "changed_since";
}

/**
 * Whether the new address is in use: the account was activated with it or, when it had been activated before, the
 * address no longer waits for an invoice.
 */
function isInUse(address: string, before: AccountBefore, current: AccountBefore): boolean {
  if (before.activatedAt === null) return current.activatedAt !== null;
  return current.values.email === address && current.pendingEmail === null;
}
