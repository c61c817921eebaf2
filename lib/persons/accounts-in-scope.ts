import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { listOwnAccounts } from "./list-own-accounts";
import type { OwnAccount } from "./own-account";
import type { Scope } from "./scope";

/** An account to read, and the user to read it as. */
export type ScopedAccount = Omit<OwnAccount, "isAttached">;

/** The accounts of a scope: the session's own, or all that the person may open now. */
export async function accountsInScope(session: CustomerSession, scope: Scope): Promise<ScopedAccount[]> {
  if (scope === "all") return listOwnAccounts(session);
  const { viewer, identifier, supplier } = session;
  const { companyName, customerNumber } = session.account;
  return [{ viewer, identifier, companyName, customerNumber, supplier, isCurrent: true }];
}
