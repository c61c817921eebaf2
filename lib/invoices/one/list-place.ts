import { invoicePath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { Neighbour, Neighbours } from "./find-neighbours";

/** A link to the previous or next invoice; `company` is set if it belongs to another company of this person. */
export interface NeighbourLink {
  href: string;
  company: string | null;
}

/** The position of an invoice in the list from which the user came. */
export interface ListPlace {
  listHref: string;
  previous: NeighbourLink | null;
  next: NeighbourLink | null;
}

/** Builds the links to the list and to the neighbours; without neighbours only the link to the list. */
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
