import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { customerRequests } from "@/db/schema/customer-requests";
import { deposits } from "@/db/schema/deposits";
import { invoices } from "@/db/schema/invoices";
import { paperPackInvoices } from "@/db/schema/paper-packs";
import type { Viewer } from "./viewer";

/*
 * The visibility rules on one page. Every query adds its condition; row-level security (db/policies) applies the same
 * rules a second time. A row that is not visible gets the same answer as a row that does not exist.
 *
 *                     invoices                    accounts        deposits
 *  administrator      of the account, available   its own         –
 *  member             of the account, available   its own         –
 *  customer token     of the account, available   its own         –
 *  view as            of the account, available   the account     –
 *  link               listed in it, available     –               –
 *  adviser, manager   of the supplier             of the supplier of the supplier
 *  supplier key       of the supplier             of the supplier of the supplier
 *  operator           –                           –               –
 *  recovery           –                           –               –
 *  token holder       –                           –               –
 *  person             –                           –               –
 *  job                all                         all             all
 *
 * Originals (the bytes of the files): customers, tokens and links read the originals of the invoices they see. The
 * supplier's staff reads only originals in a pack to print that a member of staff took (R22). Supplier keys read none.
 *
 * Requests and their threads: administrators, members and view as of the account, advisers and managers of the supplier,
 * jobs. View as is a member of staff who views the portal as a customer's user does, and changes nothing (decision 42).
 * Recovery, token holder and person are for steps before the portal knows which account opens:
 *  recovery           finds the users with one address at one supplier, makes a link to that address
 *  token holder       sets the password of the users of one mailed link, consumes that address's links
 *  person             attaches, detaches or switches between the user of an open session and one other
 * They reach only rows of users, sessions, tokens, mails and the journal, and only those they name (db/policies, and
 * the functions auth_recoverable_users and auth_person_users). `job` is for background work alone.
 */

const nothing = sql`false`;
const everything = sql`true`;
const available = eq(invoices.state, "available");

export function visibleInvoices(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "administrator":
    case "member":
    case "customer_token":
    case "view_as":
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
    case "recovery":
    case "token_holder":
    case "person":
    case "anonymous":
      return nothing;
  }
}

export function readableOriginals(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "adviser":
    case "manager":
      return (
        and(
          eq(invoices.supplierId, viewer.supplierId),
          available,
          sql`exists (select from ${paperPackInvoices} where ${paperPackInvoices.invoiceId} = ${invoices.id}
            and ${paperPackInvoices.supplierId} = ${viewer.supplierId})`,
        ) ?? nothing
      );
    case "supplier_key":
      return nothing;
    default:
      return visibleInvoices(viewer);
  }
}

export function visibleAccounts(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "administrator":
    case "member":
    case "customer_token":
    case "view_as":
      return eq(accounts.id, viewer.accountId);
    case "adviser":
    case "manager":
    case "supplier_key":
      return eq(accounts.supplierId, viewer.supplierId);
    case "job":
      return everything;
    case "link":
    case "operator":
    case "recovery":
    case "token_holder":
    case "person":
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

/**
 * Requests to the adviser, with their threads. Users who may ask see those of their account; the staff who answers
 * sees those of its supplier. Keys, tokens and links see none.
 */
export function visibleRequests(viewer: Viewer): SQL {
  switch (viewer.kind) {
    case "administrator":
    case "member":
    case "view_as":
      return eq(customerRequests.accountId, viewer.accountId);
    case "adviser":
    case "manager":
      return eq(customerRequests.supplierId, viewer.supplierId);
    case "job":
      return everything;
    default:
      return nothing;
  }
}
