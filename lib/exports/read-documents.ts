import { and, eq, sql } from "drizzle-orm";
import { invoiceVat } from "@/db/schema/invoice-contents";
import { invoices } from "@/db/schema/invoices";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import { cursorAt } from "@/lib/invoices/filter/invoice-cursor";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { beyondCursor, orderInvoices } from "@/lib/invoices/register/sort-invoices";
import { type PackReader, selectedInvoices } from "./export-selection";
import type { StoredVat } from "./vat-rates";

const BATCH_SIZE = 500;

/** The fields of an invoice that a pack needs. */
export interface ExportedDocument extends ListedInvoice {
  sellerName: string;
  sign: number;
  vat: StoredVat[];
  paymentAccount: string | null;
  mediaType: "application/pdf" | "application/xml";
  depositedAt: Date;
  removeAfter: PlainDate;
  size: number;
  sha256: string;
}

/** The rows of an invoice's VAT, read with it; amounts as text, because JSON has no exact whole numbers. */
const vat = sql`(
  select coalesce(json_agg(json_build_array(row.category, row.rate::text, row.base_minor::text, row.tax_minor::text)
    order by row.position), '[]')
  from ${invoiceVat} row where row.invoice_id = ${invoices.id}
)`.mapWith((json: string) =>
  (JSON.parse(json) as [string | null, string | null, string, string][]).map(
    ([category, rate, base, tax]): StoredVat => ({
      category,
      rate,
      baseMinor: BigInt(base),
      taxMinor: BigInt(tax),
    }),
  ),
);

/** The categories and rates of VAT among the selected invoices, each once, in no particular order. */
export function readVatRates(reader: PackReader): Promise<Pick<StoredVat, "category" | "rate">[]> {
  return withViewer(reader.viewer, (tx) =>
    tx
      .selectDistinct({ category: invoiceVat.category, rate: invoiceVat.rate })
      .from(invoices)
      .innerJoin(
        invoiceVat,
        and(eq(invoiceVat.invoiceId, invoices.id), eq(invoiceVat.accountId, invoices.accountId)),
      )
      .where(selectedInvoices(reader)),
  );
}

/**
 * The selected invoices that the viewer may see, in the order of the list. Each batch is one short transaction, so that
 * no transaction stays open while a pack is sent.
 */
export async function* readDocuments(reader: PackReader): AsyncGenerator<ExportedDocument[], void, void> {
  for (let last: ExportedDocument | undefined; ;) {
    const batch = await readBatch(reader, last);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH_SIZE) return;
    last = batch.at(-1);
  }
}

function readBatch(reader: PackReader, last: ExportedDocument | undefined): Promise<ExportedDocument[]> {
  const { sort } = reader.selection;
  return withViewer(reader.viewer, (tx) =>
    tx
      .select({
        ...LISTED_COLUMNS,
        sellerName: invoices.sellerName,
        sign: invoices.sign,
        vat,
        paymentAccount: invoices.paymentAccount,
        mediaType: invoices.mediaType,
        depositedAt: invoices.depositedAt,
        removeAfter: invoices.removeAfter,
        size: invoices.size,
        sha256: invoices.sha256,
      })
      .from(invoices)
      .where(and(selectedInvoices(reader), last && beyondCursor(sort, cursorAt(last, sort.by), false)))
      .orderBy(...orderInvoices(sort, false))
      .limit(BATCH_SIZE),
  );
}
