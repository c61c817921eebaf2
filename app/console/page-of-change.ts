import { accountPath } from "./accounts/[id]/account-path";

/** The page that the form of a change of address was sent from: the desk, or the account. */
export const pageOfChange = (from: string, accountId: string): string =>
  from === "desk" ? "/console/deliveries" : accountPath(accountId);
