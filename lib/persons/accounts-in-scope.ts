import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { listOwnAccounts } from "./list-own-accounts";
import { accountOfSession, type OwnAccount } from "./own-account";
import type { Scope } from "./scope";

/** An account to read, and the user to read it as. */
export type ScopedAccount = Omit<OwnAccount, "isAttached">;

/**
 * The accounts of a scope: the session's own, or all that the person may open now. `company` leaves only the account
 * with this id; an id that is not the person's leaves none.
 */
export async function accountsInScope(
  session: ReaderSession,
  scope: Scope,
  company: string | null = null,
): Promise<ScopedAccount[]> {
  if (scope === "all") return ofCompany(await listOwnAccounts(session), company);
  return [accountOfSession(session)];
}

/** The account with this id alone; all of them without an id. */
export function ofCompany<Account extends ScopedAccount>(
  accounts: readonly Account[],
  company: string | null,
): Account[] {
  return accounts.filter(({ viewer }) => company === null || viewer.accountId === company);
}
