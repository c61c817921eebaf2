import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { ownersOf } from "@/lib/access/owners";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { Busy } from "@/lib/limits/take-turn";
import {
  allowance,
  HOUR_SECONDS,
  PER_OWN_PASSWORD,
  returnAttempts,
  takeAttempt,
} from "@/lib/limits/throttle";
import { isMailAddress } from "@/lib/mail-address";
import { isConfirmed } from "@/lib/password-rule";
import { type OwnAccountRow, ownAccountRows } from "@/lib/persons/own-account";
import { logSecurityEvent } from "@/lib/security-log";
import { newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import { ownCredentials } from "@/lib/sign-in/password/own-credentials";
import { hashPassword, verifyPassword } from "@/lib/sign-in/password/password-hash";
import type { PasswordRefusal } from "@/lib/sign-in/password/replace-default-password";
import { storeOwnPassword } from "@/lib/sign-in/password/store-own-password";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { queuePasswordChangedMail } from "./queue-password-changed-mail";

export type ChangedOwnPassword =
  /** `detached`: the identifiers that this person can no longer reach. */
  | { ok: true; detached: string[] }
  | { ok: false; reason: "refused"; faults: PasswordRefusal[] }
  | { ok: false; reason: "wrong_current" }
  | { ok: false; reason: "too_many"; retryAfterMs: number };

/** Limit for one user: each change sends a mail, perhaps to somebody else's address, and hashes twice. */
const PER_USER = allowance("password_changes", 10, HOUR_SECONDS);

/**
 * « Réinitialiser mon mot de passe » (R25). The current password is the proof; wrong ones have a separate counter, so
 * that strangers' failed sign-ins do not prevent a change. Ten changes an hour are allowed. The user's other sessions
 * and mailed links end, this session continues, and a mail notifies the recorded address. Attachments proven with the
 * old password end (decision 18); the answer names them. Only one of several simultaneous changes succeeds: for the
 * others the current password is wrong.
 */
export async function changePassword(
  session: CustomerSession,
  entries: { current: string; password: string; confirmation: string },
): Promise<ChangedOwnPassword> {
  const { current, password, confirmation } = entries;
  const faults: PasswordRefusal[] = newPasswordFaults(password, session.identifier);
  if (!isConfirmed(password, confirmation)) faults.push("different");
  if (faults.length > 0) return { ok: false, reason: "refused", faults };

  const at = now();
  const waitMs = await takeAttempt(PER_OWN_PASSWORD, session.viewer.userId, at);
  if (waitMs > 0) {
    logSecurityEvent("sign_in_locked", { userId: session.viewer.userId });
    return { ok: false, reason: "too_many", retryAfterMs: waitMs };
  }
  const { passwordHash: currentHash, stamp } = await ownCredentials(session.identifier);
  const asker = { owners: ownersOf(session.viewer), isKnown: true };
  let passwordHash: string;
  try {
    if (!(await verifyPassword(currentHash, current, asker))) {
      logSecurityEvent("sign_in_failed", { userId: session.viewer.userId, reason: "wrong_current" });
      return { ok: false, reason: "wrong_current" };
    }
    await returnAttempts(PER_OWN_PASSWORD, session.viewer.userId, true);
    const retryAfterMs = await takeAttempt(PER_USER, session.viewer.userId, at);
    if (retryAfterMs > 0) return { ok: false, reason: "too_many", retryAfterMs };
    if (await verifyPassword(currentHash, password, asker))
      return { ok: false, reason: "refused", faults: ["same_as_before"] };
    passwordHash = await hashPassword(password, asker);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    await returnAttempts(PER_OWN_PASSWORD, session.viewer.userId, false);
    return { ok: false, reason: "refused", faults: ["busy"] };
  }
  return withViewer(session.viewer, async (tx): Promise<ChangedOwnPassword> => {
    const reachable = () => tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
    const before = await reachable();
    if (!(await storeOwnPassword(tx, session, { passwordHash, stamp, at })))
      return { ok: false, reason: "wrong_current" };
    await notifyByMail(tx, session.viewer, at);
    const reachableAfter = new Set((await reachable()).map(({ account_id }) => account_id));
    const lost = before.filter(({ account_id }) => !reachableAfter.has(account_id));
    return { ok: true, detached: lost.map(({ identifier }) => identifier).sort() };
  });
}

async function notifyByMail(tx: Transaction, viewer: CustomerUser, at: Date): Promise<void> {
  const [user] = await tx
    .select({
      email: users.email,
      locale: users.locale,
      identifier: users.identifier,
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(eq(users.id, viewer.userId));
  if (!user?.email || !isMailAddress(user.email)) return;
  const { email, locale, ...account } = user;
  const { supplierId, accountId, userId } = viewer;
  await queuePasswordChangedMail(tx, {
    supplierId,
    accountId,
    userId,
    recipient: email,
    locale,
    accounts: [account],
    subjectId: uuidv7(),
    at,
  });
}
