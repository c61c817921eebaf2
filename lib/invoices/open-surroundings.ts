import type { CustomerSession } from "@/lib/auth/current-session";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { shownSince } from "./display-history";
import { effectiveFilter } from "./effective-filter";
import { findNeighbours, type Neighbours } from "./find-neighbours";
import type { InvoiceDetails } from "./get-invoice";
import type { InvoiceEvent } from "./invoice-event";
import type { InvoiceQuery } from "./invoice-query";
import { listInvoiceEvents } from "./list-invoice-events";
import { readContents, type ContentsReading } from "./read-contents";

/** What stands around an invoice on its page. */
export interface InvoiceSurroundings {
  /** Beside it in the list the query describes. */
  neighbours: Neighbours;
  events: InvoiceEvent[];
  /** Null for a PDF, which holds no data. */
  contents: ContentsReading | null;
}

/** Reads, side by side, what an invoice's page shows besides the invoice. */
export async function openSurroundings(
  session: CustomerSession,
  invoice: InvoiceDetails,
  query: InvoiceQuery,
): Promise<InvoiceSurroundings> {
  const { viewer } = session;
  const [neighbours, events, contents] = await Promise.all([
    listAround(session, invoice, query),
    listInvoiceEvents(viewer, invoice.id),
    invoice.format === "pdf" ? null : readContents(viewer, invoice.id),
  ]);
  return { neighbours, events, contents };
}

async function listAround(
  { viewer, supplier: { slug, timeZone }, historyMonths }: CustomerSession,
  invoice: InvoiceDetails,
  { filter, sort }: InvoiceQuery,
): Promise<Neighbours> {
  const months = historyMonths ?? (await findSupplier(slug))?.defaultHistoryMonths ?? 0;
  const since = shownSince(todayIn(timeZone, now().getTime()), months);
  return findNeighbours(viewer, { filter: effectiveFilter(filter, since), sort }, invoice);
}
