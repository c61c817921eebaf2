import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { type LockedAccount, withLockedAccount } from "./lock-account";
import { newestActivation, queueActivation } from "./queue-activation";
import { type NoActivation, whyNoActivation } from "./why-no-activation";

export type ResentActivation =
  { ok: true; recipient: string; isNew: boolean } | { ok: false; reason: NoActivation };

interface ResendOptions {
  /**
   * The newest generation that the person who asks has seen. When a newer mail was queued since, nothing is sent
   * (`isNew` is false), so that an action on a list sends one mail even when it is applied twice.
   */
  afterGeneration?: number;
}

/** Sends the activation mail of an account once more (`resendLockedActivation`). */
export function resendActivation(
  viewer: StaffUser,
  accountId: string,
  options: ResendOptions = {},
): Promise<ResentActivation | { ok: false; reason: "not_found" }> {
  return withLockedAccount<ResentActivation>(viewer, accountId, (tx, account, at) =>
    resendLockedActivation(tx, viewer, account, at, options),
  );
}

/**
 * Sends the activation mail of a locked account once more, with a new link of 14 days: a deliberate new generation. Links
 * mailed before stay valid until one is used (R6). Refuses accounts that are activated already, that get no mails, and
 * addresses that bounced.
 */
export async function resendLockedActivation(
  tx: Transaction,
  viewer: StaffUser,
  account: LockedAccount,
  at: Date,
  { afterGeneration }: ResendOptions = {},
): Promise<ResentActivation> {
  const { id: accountId, email, locale } = account;
  const administrator = await findAdministrator(tx, account);
  const state = email === null ? null : await findAddressState(tx, viewer.supplierId, email);
  const why = whyNoActivation(account, administrator, state);
  if (why || !administrator || email === null) return { ok: false, reason: why ?? "no_administrator" };
  const newest = await newestActivation(tx, accountId, administrator.id);
  if (afterGeneration !== undefined && newest > afterGeneration)
    return { ok: true, recipient: email, isNew: false };
  const activation = { account: { ...account, accountId }, administrator, email, locale };
  await queueActivation(tx, viewer, { ...activation, generation: newest + 1 }, at);
  await tx.update(accounts).set({ activationQueuedAt: at, updatedAt: at }).where(eq(accounts.id, accountId));
  await recordAudit(tx, viewer, {
    action: "activation_resent",
    subjectId: administrator.id,
    accountId,
    at,
  });
  return { ok: true, recipient: email, isNew: true };
}

async function findAdministrator(tx: Transaction, { id: accountId, email }: LockedAccount) {
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
