import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { addressChanges } from "@/db/schema/address-changes";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { undoCorrection } from "@/lib/accounts/corrections/undo-correction";
import { endOldLinks } from "@/lib/accounts/end-old-links";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { takeChange } from "@/lib/limits/throttle";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import { checkProofForCustomers, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { restoreAccess } from "@/lib/users/restore-access";
import { isUuid } from "@/lib/uuid";
import { canBeUndone, listChangesOfGroup, type ListedChange } from "./find-open-change";
import { type AccountToChange, lockForChange } from "./lock-for-change";

export type UndoneAddressChange =
  { ok: true; accounts: number } | { ok: false; reason: "not_found" | "too_late" | "too_often" } | StaleProof;

/**
 * Undoes a change of address, in all accounts that were changed with the same form. A change that still waits for the
 * next invoice is cancelled without a mail. When the change has taken effect, the former address is restored: the
 * former administrator has access again with the former role, the new link and identifier stop working, unsent mails
 * are readdressed, and both addresses receive a mail. Needs fresh proof. Refuses after the new person has chosen a
 * password (`too_late`), and too many changes by this member of staff (`too_often`).
 */
export async function undoAddressChange(
  session: { id: string; viewer: StaffUser },
  groupId: string,
): Promise<UndoneAddressChange> {
  if (!isUuid(groupId)) return { ok: false, reason: "not_found" };
  const proof = await checkProofForCustomers(session);
  if (!proof.ok) return proof;
  const { viewer } = session;
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  return withViewer(viewer, async (tx): Promise<UndoneAddressChange> => {
    await lockAccountsOf(tx, viewer.supplierId);
    const ids = (await listChangesOfGroup(tx, viewer, groupId)).map(({ accountId }) => accountId);
    if (ids.length === 0) return { ok: false, reason: "not_found" };
    const locked = new Map((await lockForChange(tx, viewer, ids)).map((account) => [account.id, account]));
    // Reads the changes again, because they may have changed before the accounts were locked.
    const undone = (await listChangesOfGroup(tx, viewer, groupId)).filter(canBeUndone);
    if (undone.length === 0) return { ok: false, reason: "too_late" };
    for (const change of undone) {
      const account = locked.get(change.accountId);
      if (account) await undoOne(tx, viewer, account, change, at);
    }
    return { ok: true, accounts: undone.length };
  });
}

async function undoOne(
  tx: Transaction,
  viewer: StaffUser,
  account: AccountToChange,
  change: ListedChange,
  at: Date,
): Promise<void> {
  const { formerEmail, newEmail, formerUsers, newUserId } = change;
  if (change.state === "applied") {
    await endOldLinks(
      tx,
      {
        supplierId: viewer.supplierId,
        accountId: account.id,
        formerAddress: newEmail,
        newAddress: formerEmail,
      },
      at,
    );
    await restoreAccess(tx, viewer, formerUsers, { successorId: newUserId, at });
    if (newUserId !== null) await queueUndoMails(tx, viewer, account, change, at);
  }
  await tx
    .update(accounts)
    .set({
      ...(change.state === "applied" && {
        email: formerEmail,
        emailSource: change.formerSource,
        emailRecordedAt: change.formerRecordedAt,
      }),
      ...{ pendingEmail: null, pendingSince: null, pendingKeepsMember: false, updatedAt: at },
    })
    .where(eq(accounts.id, account.id));
  await tx
    .update(addressChanges)
    .set({ state: "undone", endedAt: at })
    .where(eq(addressChanges.id, change.id));
  await undoCorrection(tx, change.correctionId, at);
  await recordAudit(tx, viewer, {
    action: "address_change_undone",
    subjectId: account.id,
    accountId: account.id,
    at,
  });
}

async function queueUndoMails(
  tx: Transaction,
  viewer: StaffUser,
  account: AccountToChange,
  { formerEmail, newEmail, formerUsers, newUserId }: ListedChange,
  at: Date,
): Promise<void> {
  const { supplierId } = viewer;
  const supplier = await mailSupplier(tx, supplierId);
  const { companyName, customerNumber, locale } = account;
  const receivers = [
    { recipient: newEmail, userId: newUserId, address: "undone" as const },
    ...(formerEmail !== null && formerUsers.length > 0
      ? [{ recipient: formerEmail, userId: formerUsers[0]?.id ?? null, address: "restored" as const }]
      : []),
  ];
  await queueMails(
    tx,
    receivers.map(({ recipient, userId, address }) => ({
      id: uuidv7(),
      kind: "address_changed" as const,
      ...{ supplierId, accountId: account.id, userId, subjectId: uuidv7(), recipient, locale },
      props: {
        supplier,
        account: { companyName, customerNumber },
        others: [],
        changedOn: todayIn(supplier.timeZone, at.getTime()),
        told: { address },
      },
      at,
    })),
  );
}
