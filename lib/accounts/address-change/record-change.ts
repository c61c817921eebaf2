import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressChanges } from "@/db/schema/address-changes";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { activateAccount } from "@/lib/accounts/activate-account";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { undoCorrection } from "@/lib/accounts/corrections/undo-correction";
import { findFormerAddress } from "@/lib/accounts/find-former-address";
import { recordAudit } from "@/lib/audit/record-audit";
import { findMissed } from "@/lib/notifications/find-missed";
import type { AccountToChange } from "./lock-for-change";
import type { AddressChangeForm } from "./read-address-change";

/** The change of one account. Changes made with one form have the same group. */
interface ChangeToRecord {
  account: AccountToChange;
  form: AddressChangeForm;
  groupId: string;
  at: Date;
}

/**
 * Records the change of one account. While nobody has access through the old address yet, the change takes effect at
 * once; otherwise it waits. Returns what comes next: `wait` for the next invoice, `apply` the waiting change now, or
 * `activated` when nothing more is needed, because the account is activated at the new address.
 */
export async function recordChange(
  tx: Transaction,
  viewer: StaffUser,
  change: ChangeToRecord,
): Promise<"wait" | "apply" | "activated"> {
  const { account, form, at } = change;
  await replaceWaiting(tx, account.id, at);
  const changeId = await insertChange(tx, viewer, change);
  await recordAudit(tx, viewer, {
    action: "account_changed",
    subjectId: account.id,
    accountId: account.id,
    details: { fields: ["email"], effective: form.effective },
    at,
  });
  const isNow = form.effective === "now" && account.channel === "electronic";
  const isRestored = account.email === null && (await findFormerAddress(tx, account.id)) === form.email;
  if (account.activationQueuedAt !== null && !isRestored) {
    await tx
      .update(accounts)
      .set({
        pendingEmail: form.email,
        pendingSince: at,
        pendingKeepsMember: form.keepsMember,
        updatedAt: at,
      })
      .where(eq(accounts.id, account.id));
    return isNow ? "apply" : "wait";
  }
  await tx
    .update(accounts)
    .set({
      ...{ email: form.email, emailSource: "adviser", emailRecordedAt: at, updatedAt: at },
      ...{ pendingEmail: null, pendingSince: null, pendingKeepsMember: false },
    })
    .where(eq(accounts.id, account.id));
  // An invoice was deposited while the address was missing or wrong, so the activation does not wait for another
  // one (R2).
  const activatesNow = isNow && !isRestored && (await findMissed(tx, [account.id])).length > 0;
  const { id: accountId, companyName, customerNumber } = account;
  const administrator = activatesNow
    ? await activateAccount(tx, viewer, { accountId, companyName, customerNumber }, at)
    : null;
  await tx
    .update(addressChanges)
    .set({ state: "applied", newUserId: administrator?.id ?? null, appliedAt: at })
    .where(eq(addressChanges.id, changeId));
  return isNow && (activatesNow || isRestored) ? "activated" : "wait";
}

/** Ends the waiting change that the new one replaces. */
async function replaceWaiting(tx: Transaction, accountId: string, at: Date): Promise<void> {
  const replaced = await tx
    .update(addressChanges)
    .set({ state: "replaced", endedAt: at })
    .where(and(eq(addressChanges.accountId, accountId), eq(addressChanges.state, "waiting")))
    .returning({ correctionId: addressChanges.correctionId });
  for (const { correctionId } of replaced) await undoCorrection(tx, correctionId, at);
}

async function insertChange(
  tx: Transaction,
  viewer: StaffUser,
  { account, form, groupId, at }: ChangeToRecord,
): Promise<string> {
  const correctionId = await recordCorrection(
    tx,
    viewer,
    {
      accountId: account.id,
      field: "email",
      oldValue: account.email,
      newValue: form.email,
      askedBy: form.askedBy,
    },
    at,
  );
  if (correctionId === null) throw new Error("The address of an account was changed to itself.");
  const [added] = await tx
    .insert(addressChanges)
    .values({
      supplierId: viewer.supplierId,
      accountId: account.id,
      ...{ correctionId, groupId },
      newEmail: form.email,
      isSamePerson: form.person === "same",
      keepsMember: form.keepsMember,
      state: "waiting",
      formerEmail: account.email,
      formerSource: account.emailSource,
      formerRecordedAt: account.emailRecordedAt,
      createdAt: at,
    })
    .returning({ id: addressChanges.id });
  if (!added) throw new Error("A change of address was not recorded.");
  return added.id;
}
