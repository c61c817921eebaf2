import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { lockAccount, type LockedAccount } from "./lock-account";
import { newestActivation, queueActivation } from "./queue-activation";
import { type NoActivation, whyNoActivation } from "./why-no-activation";

export type ResentActivation =
  { ok: true; recipient: string; isNew: boolean } | { ok: false; reason: NoActivation | "not_found" };

/**
 * Sends the activation mail of an account once more, with a new link of 14 days: a deliberate new generation. Links
 * mailed before stay valid until one is used (R6). `afterGeneration` is the newest generation that the person who asks
 * has seen: when a newer mail was queued since, nothing is sent (`isNew` false), so that a list applied twice sends once.
 * Refuses accounts that are activated already, that get no mails, and addresses that bounced.
 */
export function resendActivation(
  viewer: StaffUser,
  accountId: string,
  { afterGeneration }: { afterGeneration?: number } = {},
): Promise<ResentActivation> {
  return withViewer(viewer, async (tx): Promise<ResentActivation> => {
    const account = await lockAccount(tx, viewer, accountId);
    if (!account) return { ok: false, reason: "not_found" };
    const administrator = await findAdministrator(tx, account);
    const { email } = account;
    const state = email === null ? null : await findAddressState(tx, viewer.supplierId, email);
    const why = whyNoActivation(account, administrator, state);
    if (why || !administrator || email === null) return { ok: false, reason: why ?? "no_administrator" };
    const newest = await newestActivation(tx, accountId, administrator.id);
    if (afterGeneration !== undefined && newest > afterGeneration)
      return { ok: true, recipient: email, isNew: false };
    const at = now();
    const { locale } = account;
    await queueActivation(tx, viewer, { account, administrator, email, locale, generation: newest + 1 }, at);
    await tx
      .update(accounts)
      .set({ activationQueuedAt: at, updatedAt: at })
      .where(eq(accounts.id, accountId));
    await recordAudit(tx, viewer, {
      action: "activation_resent",
      subjectId: administrator.id,
      accountId,
      at,
    });
    return { ok: true, recipient: email, isNew: true };
  });
}

async function findAdministrator(tx: Transaction, { accountId, email }: LockedAccount) {
  if (email === null) return undefined;
  const [found] = await tx
    .select({ id: users.id, identifier: users.identifier, passwordChangedAt: users.passwordChangedAt })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        eq(users.email, email),
        eq(users.role, "administrator"),
        eq(users.status, "active"),
      ),
    )
    .limit(1);
  return found;
}
