import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { deposits } from "@/db/schema/deposits";
import { invoices } from "@/db/schema/invoices";
import type { Viewer } from "./viewer";

/*
 * Who sees what, on one page. Every query adds its predicate; row-level security (db/policies) says the
 * same a second time. A row outside is answered exactly like a row that does not exist.
 *
 *                     invoices                    accounts        deposits
 *  administrator      of the account, available   its own         –
 *  member             of the account, available   its own         –
 *  customer token     of the account, available   its own         –
 *  link               those it names, available   –               –
 *  adviser, manager   of the supplier             of the supplier of the supplier
 *  supplier key       of the supplier             of the supplier of the supplier
 *  operator           –                           –               –
 *  job                all                         all             all
 */

const nothing = sql`false`;
const everything = sql`true`;
const available = eq(invoices.state, "available");

export function visibleInvoices(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "administrator":
    case "member":
    case "customer_token":
      return and(eq(invoices.accountId, viewer.accountId), available) ?? nothing;
    case "link":
      return and(inArray(invoices.id, viewer.invoiceIds), available) ?? nothing;
    case "adviser":
    case "manager":
    case "supplier_key":
      return eq(invoices.supplierId, viewer.supplierId);
    case "job":
      return everything;
    case "operator":
    case "anonymous":
      return nothing;
  }
}

export function visibleAccounts(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "administrator":
    case "member":
    case "customer_token":
      return eq(accounts.id, viewer.accountId);
    case "adviser":
    case "manager":
    case "supplier_key":
      return eq(accounts.supplierId, viewer.supplierId);
    case "job":
      return everything;
    case "link":
    case "operator":
    case "anonymous":
      return nothing;
  }
}

export function visibleDeposits(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "adviser":
    case "manager":
    case "supplier_key":
      return eq(deposits.supplierId, viewer.supplierId);
    case "job":
      return everything;
    default:
      return nothing;
  }
}
