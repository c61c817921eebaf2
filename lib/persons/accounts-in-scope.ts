import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { listOwnAccounts } from "./list-own-accounts";
import type { OwnAccount } from "./own-account";
import type { Scope } from "./scope";

/** An account that is looked into, and as whom. */
export type ScopedAccount = Omit<OwnAccount, "isAttached">;

/** The accounts that a scope stands for: the session's, or all that the person may open at this moment. */
export async function accountsInScope(session: CustomerSession, scope: Scope): Promise<ScopedAccount[]> {
  if (scope === "all") return listOwnAccounts(session);
  const { viewer, identifier, supplier } = session;
  const { companyName, customerNumber } = session.account;
  return [{ viewer, identifier, companyName, customerNumber, supplier, isCurrent: true }];
}
