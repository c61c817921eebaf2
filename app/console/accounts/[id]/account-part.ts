import type { AccountFormResult } from "@/components/console/account/account-form-result";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import type { PersonOfAccount } from "@/lib/accounts/one/people/list-people";
import type { SupplierStaffSession } from "@/lib/sign-in/session/current-session";
import type { AccountQuery } from "./account-query";

/** The data that each part of an account's page receives. */
export interface AccountPart {
  session: SupplierStaffSession;
  account: OpenedAccount;
  people: readonly PersonOfAccount[];
  query: AccountQuery;
  formResult: AccountFormResult;
}
