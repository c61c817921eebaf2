import type { AccountReader, CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type InvoiceListing } from "@/lib/invoices/register/invoice-list";
import { type JointList, listAcrossAccounts } from "@/lib/invoices/register/list-across-accounts";
import { readList } from "@/lib/invoices/register/list-invoices";

/** One page of the list, in its own transaction. */
export const listInvoices = (viewer: CustomerUser, listing: InvoiceListing) =>
  withViewer(viewer, (tx) => readList(tx, viewer, listing));

/** One page of the list of several accounts, with nothing else read. */
export const listTogether = async <Account extends { viewer: AccountReader }>(
  accounts: readonly Account[],
  listing: InvoiceListing,
): Promise<JointList<Account>> => (await listAcrossAccounts(accounts, listing, () => Promise.resolve())).list;
