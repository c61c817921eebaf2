import { invoicePath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { Neighbour, Neighbours } from "./find-neighbours";

/** An invoice beside the one that is shown; `company` where it is of another company of the reader's. */
export interface NeighbourLink {
  href: string;
  company: string | null;
}

/** Where an invoice stands in the list one came from. */
export interface ListPlace {
  listHref: string;
  previous: NeighbourLink | null;
  next: NeighbourLink | null;
}

/** Without neighbours only the way back is known. */
export function listPlace(query: InvoiceQuery, neighbours: Neighbours<ScopedAccount> | null): ListPlace {
  const listQuery = writeInvoiceQuery(query);
  const linkTo = (one: Neighbour<ScopedAccount> | null | undefined): NeighbourLink | null =>
    one
      ? {
          href: invoicePath(one.id, listQuery),
          company: one.account.isCurrent ? null : one.account.companyName,
        }
      : null;
  return {
    listHref: listPath(query),
    previous: linkTo(neighbours?.previous),
    next: linkTo(neighbours?.next),
  };
}
