import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/clock";
import { isMailAddress } from "@/lib/mail-address";
import { tellPasswordChanged } from "@/lib/users/tell-password-changed";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { CustomerSession } from "./current-session";
import { newPasswordFaults } from "./new-password-faults";
import { ownCredentials } from "./own-credentials";
import { hashPassword, HashingBusy, verifyPassword } from "./password-hash";
import type { PasswordRefusal } from "./replace-default-password";
import { storeOwnPassword } from "./store-own-password";
import { allowance, HOUR_SECONDS, PER_IDENTIFIER, returnAttempts, takeAttempt } from "./throttle";
import type { CustomerUser } from "./viewer";
import { withViewer } from "./with-viewer";

export type ChangedOwnPassword =
  | { ok: true }
  | { ok: false; reason: "refused"; faults: PasswordRefusal[] }
  | { ok: false; reason: "wrong_present" }
  | { ok: false; reason: "too_many"; retryAfterMs: number };

/** Each change is mailed, to an address that may not be the user's own, and hashed twice: not without bound. */
const PER_USER = allowance("password_changes", 10, HOUR_SECONDS);

/**
 * « Réinitialiser mon mot de passe » (R25): the present password proves who asks, and guessing it costs the same
 * attempts as guessing it at sign-in; ten changes an hour. The user's other sessions and mailed links end, this session goes on, a mail tells
 * of it where an address is recorded. Of simultaneous changes one succeeds: for the others the present password is wrong.
 */
export async function changePassword(
  session: CustomerSession,
  entries: { present: string; password: string; confirmation: string },
): Promise<ChangedOwnPassword> {
  const { present, password, confirmation } = entries;
  const faults: PasswordRefusal[] = newPasswordFaults(password, session.identifier);
  if (password !== confirmation) faults.push("different");
  if (faults.length > 0) return { ok: false, reason: "refused", faults };

  const at = now();
  const waitMs = await takeAttempt(PER_IDENTIFIER, session.identifier, at);
  if (waitMs > 0) return { ok: false, reason: "too_many", retryAfterMs: waitMs };
  const { passwordHash: current, stamp } = await ownCredentials(session.identifier);
  let passwordHash: string;
  try {
    if (!(await verifyPassword(current, present))) return { ok: false, reason: "wrong_present" };
    await returnAttempts(PER_IDENTIFIER, session.identifier, true);
    const retryAfterMs = await takeAttempt(PER_USER, session.viewer.userId, at);
    if (retryAfterMs > 0) return { ok: false, reason: "too_many", retryAfterMs };
    if (await verifyPassword(current, password))
      return { ok: false, reason: "refused", faults: ["same_as_before"] };
    passwordHash = await hashPassword(password);
  } catch (error) {
    if (!(error instanceof HashingBusy)) throw error;
    await returnAttempts(PER_IDENTIFIER, session.identifier, false);
    return { ok: false, reason: "refused", faults: ["busy"] };
  }
  const isStored = await withViewer(session.viewer, async (tx) => {
    if (!(await storeOwnPassword(tx, session, { passwordHash, stamp, at }))) return false;
    await tellOwner(tx, session.viewer, at);
    return true;
  });
  return isStored ? { ok: true } : { ok: false, reason: "wrong_present" };
}

async function tellOwner(tx: Transaction, viewer: CustomerUser, at: Date): Promise<void> {
  const [user] = await tx
    .select({
      email: users.email,
      locale: users.locale,
      identifier: users.identifier,
      companyName: companies.name,
      customerNumber: accounts.customerNumber,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(eq(users.id, viewer.userId));
  if (!user?.email || !isMailAddress(user.email)) return;
  const { email, locale, ...account } = user;
  const { supplierId, accountId, userId } = viewer;
  await tellPasswordChanged(tx, {
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
