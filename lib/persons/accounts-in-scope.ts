import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { listOwnAccounts } from "./list-own-accounts";
import { accountOfSession, type OwnAccount } from "./own-account";
import type { Scope } from "./scope";

/** An account to read, and the user to read it as. */
export type ScopedAccount = Omit<OwnAccount, "isAttached">;

/** The accounts of a scope: the session's own, or all that the person may open now. */
export async function accountsInScope(session: ReaderSession, scope: Scope): Promise<ScopedAccount[]> {
  if (scope === "all") return listOwnAccounts(session);
  return [accountOfSession(session)];
}
