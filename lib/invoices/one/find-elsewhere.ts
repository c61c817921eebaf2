import { removedPath } from "@/lib/invoices/filter/invoice-paths";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { findOwnInvoice } from "./find-own-invoice";
import { findOwnRemoved } from "./find-own-removed";
import { type ListPlace, listPlace } from "./list-place";
import { openNeighbours } from "./open-neighbours";

/** The result for an invoice that is not in the open account. */
export type ElsewhereInvoice =
  /** The original was removed from one of the person's accounts; the link shows what the ledger still holds. */
  | { kind: "removed"; href: string }
  /** The invoice is in another account of the person. */
  | { kind: "other_account"; account: OwnAccount; place: ListPlace };

/** Looks in all accounts of the person, each read as its own user. Returns null if none holds or held the invoice. */
export async function findElsewhere(
  session: ReaderSession,
  id: string,
  query: InvoiceQuery,
): Promise<ElsewhereInvoice | null> {
  const removed = await findOwnRemoved(session, id);
  if (removed) {
    const scope = removed.account.isCurrent ? "own" : "all";
    return { kind: "removed", href: removedPath(removed.document.number, scope) };
  }
  const found = await findOwnInvoice(session, id);
  if (!found) return null;
  // A list of the open account alone does not contain this invoice.
  const neighbours = query.scope === "all" ? await openNeighbours(session, found.invoice, query) : null;
  return { kind: "other_account", account: found.account, place: listPlace(query, neighbours) };
}
