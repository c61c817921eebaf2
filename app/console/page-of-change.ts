import { accountPath } from "./accounts/[id]/account-path";

/** Returns the page from which a change of address was sent: the desk, or the account. */
export const pageOfChange = (from: string, accountId: string): string =>
  from === "desk" ? "/console/deliveries" : accountPath(accountId);
