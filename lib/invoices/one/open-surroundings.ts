import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { type ContentsReading, readContents } from "@/lib/invoices/original/read-contents";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import type { Neighbours } from "./find-neighbours";
import type { InvoiceDetails } from "./get-invoice";
import type { InvoiceEvent } from "./invoice-event";
import { listInvoiceEvents } from "./list-invoice-events";
import { openNeighbours } from "./open-neighbours";

/** The data of an invoice's page besides the invoice itself. */
export interface InvoiceSurroundings {
  /** The previous and next invoice in the list of the query. */
  neighbours: Neighbours<ScopedAccount>;
  events: InvoiceEvent[];
  /** Null for a PDF, which holds no data. */
  contents: ContentsReading | null;
}

/** Reads, in parallel, the data that an invoice's page shows besides the invoice. */
export async function openSurroundings(
  session: ReaderSession,
  invoice: InvoiceDetails,
  query: InvoiceQuery,
): Promise<InvoiceSurroundings> {
  const { viewer } = session;
  const [neighbours, events, contents] = await Promise.all([
    openNeighbours(session, invoice, query),
    listInvoiceEvents(viewer, invoice.id),
    invoice.format === "pdf" ? null : readContents(viewer, invoice.id),
  ]);
  return { neighbours, events, contents };
}
