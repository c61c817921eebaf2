import { and, eq, max } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mails";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { lockAccount, type LockedAccount } from "./lock-account";
import { queueActivation } from "./queue-activation";
import { type NoActivation, whyNoActivation } from "./why-no-activation";

export type ResentActivation =
  { ok: true; recipient: string; isNew: boolean } | { ok: false; reason: NoActivation | "not_found" };

interface ResendOptions {
  /**
   * The newest generation that the person who asks has seen: when a newer mail was queued since, nothing is sent (`isNew`
   * false), so that a list applied twice sends once.
   */
  afterGeneration?: number;
}

/** Sends the activation mail of an account once more (`resendLockedActivation`). */
export function resendActivation(
  viewer: StaffUser,
  accountId: string,
  options: ResendOptions = {},
): Promise<ResentActivation> {
  return withViewer(viewer, async (tx): Promise<ResentActivation> => {
    const account = await lockAccount(tx, viewer, accountId);
    return account
      ? resendLockedActivation(tx, viewer, account, now(), options)
      : { ok: false, reason: "not_found" };
  });
}

type ActivatedAccount = Pick<
  LockedAccount,
  | "accountId"
  | "customerNumber"
  | "companyName"
  | "email"
  | "channel"
  | "state"
  | "locale"
  | "activationQueuedAt"
>;

/**
 * Sends the activation mail of a locked account once more, with a new link of 14 days: a deliberate new generation. Links
 * mailed before stay valid until one is used (R6). Refuses accounts that are activated already, that get no mails, and
 * addresses that bounced.
 */
export async function resendLockedActivation(
  tx: Transaction,
  viewer: StaffUser,
  account: ActivatedAccount,
  at: Date,
  { afterGeneration }: ResendOptions = {},
): Promise<{ ok: true; recipient: string; isNew: boolean } | { ok: false; reason: NoActivation }> {
  const { accountId, email, locale } = account;
  const administrator = await findAdministrator(tx, account);
  const state = email === null ? null : await findAddressState(tx, viewer.supplierId, email);
  const why = whyNoActivation(account, administrator, state);
  if (why || !administrator || email === null) return { ok: false, reason: why ?? "no_administrator" };
  const newest = await newestGeneration(tx, accountId, administrator.id);
  if (afterGeneration !== undefined && newest > afterGeneration)
    return { ok: true, recipient: email, isNew: false };
  await queueActivation(tx, viewer, { account, administrator, email, locale, generation: newest + 1 }, at);
  await tx.update(accounts).set({ activationQueuedAt: at, updatedAt: at }).where(eq(accounts.id, accountId));
  await recordAudit(tx, viewer, {
    action: "activation_resent",
    subjectId: administrator.id,
    accountId,
    at,
  });
  return { ok: true, recipient: email, isNew: true };
}

async function findAdministrator(tx: Transaction, { accountId, email }: ActivatedAccount) {
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

async function newestGeneration(tx: Transaction, accountId: string, userId: string): Promise<number> {
  const [found] = await tx
    .select({ generation: max(mails.generation) })
    .from(mails)
    .where(and(eq(mails.accountId, accountId), eq(mails.kind, "activation"), eq(mails.subjectId, userId)));
  return found?.generation ?? 0;
}
