import { and } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import { cursorAt } from "@/lib/invoices/filter/invoice-cursor";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { beyondCursor, orderInvoices } from "@/lib/invoices/register/sort-invoices";
import { type ExportSelection, selectedInvoices } from "./export-selection";

const BATCH_SIZE = 500;

/** The fields of an invoice that a pack needs. */
export interface ExportedDocument extends ListedInvoice {
  sellerName: string;
  mediaType: "application/pdf" | "application/xml";
  depositedAt: Date;
  removeAfter: PlainDate;
  size: number;
  sha256: string;
}

/**
 * The selected invoices that the viewer may see, in the order of the list. Each batch is one short transaction, so that
 * no transaction stays open while a pack is sent.
 */
export async function* readDocuments(
  viewer: CustomerUser,
  selection: ExportSelection,
): AsyncGenerator<ExportedDocument[], void, void> {
  for (let last: ExportedDocument | undefined; ;) {
    const batch = await readBatch(viewer, selection, last);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH_SIZE) return;
    last = batch.at(-1);
  }
}

function readBatch(
  viewer: CustomerUser,
  selection: ExportSelection,
  last: ExportedDocument | undefined,
): Promise<ExportedDocument[]> {
  const { sort } = selection;
  return withViewer(viewer, (tx) =>
    tx
      .select({
        ...LISTED_COLUMNS,
        sellerName: invoices.sellerName,
        mediaType: invoices.mediaType,
        depositedAt: invoices.depositedAt,
        removeAfter: invoices.removeAfter,
        size: invoices.size,
        sha256: invoices.sha256,
      })
      .from(invoices)
      .where(
        and(selectedInvoices(viewer, selection), last && beyondCursor(sort, cursorAt(last, sort.by), false)),
      )
      .orderBy(...orderInvoices(sort, false))
      .limit(BATCH_SIZE),
  );
}
