import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Locale } from "@/lib/languages";
import type { Activation, NamedAccount } from "./activate-account";
import { type AppliedChange, applyOneChange } from "./apply-one-change";
import { lockChangesOfSameForm } from "./lock-changes-of-same-form";
import { newestActivation, queueActivation } from "./queue-activation";
import { queueChangeMails } from "./queue-change-mails";

/**
 * Applies a waiting change of address, in the transaction of the next deposit or of the change itself (R21). The
 * account gets the new address and an administrator with that address. A user who already has access keeps the
 * identifier; any other person gets a NEW identifier and an activation mail. The person notified before loses access
 * and all sessions, or stays as a member when the change says so. Old links end. Both addresses and the other
 * administrators get a mail; only the mail to the new address shows the new identifier. The history of the account
 * stays.
 * Changes recorded by the same form take effect together, so that their common address gets one activation mail.
 * Returns false when no change waits, so that only one of several simultaneous deposits applies it.
 */
export async function applyAddressChange(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  account: NamedAccount,
  at: Date,
): Promise<boolean> {
  const ofSameForm = await lockChangesOfSameForm(tx, account.accountId);
  return (await applyAddressChanges(tx, viewer, [account, ...ofSameForm], at)).length > 0;
}

/** Applies the waiting changes of several accounts to ONE new address: one mail to each address. */
export async function applyAddressChanges(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  accounts: readonly NamedAccount[],
  at: Date,
): Promise<AppliedChange[]> {
  const applied: AppliedChange[] = [];
  for (const account of accounts) {
    const change = await applyOneChange(tx, viewer, account, at);
    if (change) applied.push(change);
  }
  const [first] = applied;
  if (!first) return [];
  const activations = applied.filter(({ needsActivation }) => needsActivation);
  await activateTogether(tx, viewer, activations, { email: first.newAddress, locale: first.locale }, at);
  await queueChangeMails(tx, viewer.supplierId, applied, at);
  return applied;
}

/** Queues one activation mail for all these accounts of one address. */
async function activateTogether(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  [first, ...others]: readonly Activation[],
  to: { email: string; locale: Locale },
  at: Date,
): Promise<void> {
  if (!first) return;
  // A member who becomes administrator may have had an activation mail before.
  const generation = 1 + (await newestActivation(tx, first.accountId, first.administrator.id));
  await queueActivation(
    tx,
    viewer,
    { account: first, administrator: first.administrator, ...to, generation, others },
    at,
  );
  for (const { accountId, administrator } of [first, ...others])
    await recordAudit(tx, viewer, {
      action: "account_activated",
      subjectId: administrator.id,
      accountId,
      at,
    });
}
