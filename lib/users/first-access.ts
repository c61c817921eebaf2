import { Busy } from "@/lib/limits/take-turn";
import { allowance, DAY_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { type NewPasswordFault, newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { firstAccessEnd } from "@/lib/tokens/life-spans";

/** The first access of a user: a default password passed on by hand, or a mailed link (R23). */
export type FirstAccess = { kind: "default_password"; password: string } | { kind: "invitation" };

export type FirstAccessRefusal =
  | { ok: false; reason: "password"; faults: NewPasswordFault[] }
  | { ok: false; reason: "email_missing" | "too_many" | "busy" };

/**
 * Limit for one account, because invitations go to any typed address, answers reveal taken identifiers, and hashing is
 * expensive.
 */
const PER_ACCOUNT = allowance("users_added", 200, DAY_SECONDS);

/** The columns of a user's first access. */
export interface FirstAccessColumns {
  passwordHash: string | null;
  passwordChangedAt: null;
  mustChangePassword: boolean;
  defaultPasswordExpiresAt: Date;
}

/**
 * Checks a first access and hashes its password, before any transaction. A default password follows the rule for new
 * passwords, must be changed at the first sign-in and expires unused (`FIRST_ACCESS_DAYS`); an invitation needs an
 * address. An account may give 200 a day.
 */
export async function prepareFirstAccess(
  access: FirstAccess,
  user: { identifier: string; email: string | null },
  accountId: string,
  at: Date,
): Promise<{ ok: true; columns: FirstAccessColumns } | FirstAccessRefusal> {
  const common = { passwordChangedAt: null, defaultPasswordExpiresAt: firstAccessEnd(at) };
  if (access.kind === "invitation") {
    if (user.email === null) return { ok: false, reason: "email_missing" };
    if (await hasGivenTooMany(accountId, at)) return { ok: false, reason: "too_many" };
    return { ok: true, columns: { ...common, passwordHash: null, mustChangePassword: false } };
  }
  const faults = newPasswordFaults(access.password, user.identifier);
  if (faults.length > 0) return { ok: false, reason: "password", faults };
  if (await hasGivenTooMany(accountId, at)) return { ok: false, reason: "too_many" };
  try {
    const passwordHash = await hashPassword(access.password, {
      owners: [`account:${accountId}`],
      isKnown: true,
    });
    return { ok: true, columns: { ...common, passwordHash, mustChangePassword: true } };
  } catch (error) {
    if (error instanceof Busy) return { ok: false, reason: "busy" };
    throw error;
  }
}

/**
 * Counts one first access, or one answer that tells whether an identifier is taken. Returns whether the limit of the
 * account is exceeded.
 */
export const hasGivenTooMany = async (accountId: string, at: Date): Promise<boolean> =>
  (await takeAttempt(PER_ACCOUNT, accountId, at)) > 0;
