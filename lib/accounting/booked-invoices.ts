import { and, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoiceLines, invoiceVat } from "@/db/schema/invoice-contents";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import type { BookedInvoice } from "./split-invoice";

/** How many invoices are read at once, with all their lines. */
export const READ_AT_ONCE = 200;

/** Amounts as text, because JSON has no exact whole numbers. */
const vat = sql`(
  select coalesce(json_agg(json_build_array(row.category, row.rate::text, row.base_minor::text, row.tax_minor::text)
    order by row.position), '[]')
  from ${invoiceVat} row where row.invoice_id = ${invoices.id}
)`.mapWith((json: string) =>
  (JSON.parse(json) as [string | null, string | null, string, string][]).map(
    ([category, rate, base, tax]) => ({
      category,
      rate,
      baseMinor: BigInt(base),
      taxMinor: BigInt(tax),
    }),
  ),
);

const lines = sql`(
  select coalesce(json_agg(json_build_array(row.name, row.net_amount::text, row.vat_category, row.vat_rate::text,
    row.contract, row.vehicle) order by row.position), '[]')
  from ${invoiceLines} row where row.invoice_id = ${invoices.id}
)`.mapWith((json: string) =>
  (JSON.parse(json) as (string | null)[][]).map(
    ([
      name = null,
      netAmount = null,
      vatCategory = null,
      vatRate = null,
      contract = null,
      vehicle = null,
    ]) => ({
      ...{ name, netAmount, vatCategory, vatRate, contract, vehicle },
    }),
  ),
);

/** Reads documents of the viewer's account with their VAT and lines, in the order of `ids`; invisible ones are left out. */
export async function selectBooked(
  tx: Transaction,
  viewer: CustomerUser,
  ids: readonly string[],
): Promise<BookedInvoice[]> {
  const rows = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      type: invoices.type,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      sellerName: invoices.sellerName,
      sign: invoices.sign,
      totalWithVatMinor: invoices.totalWithVatMinor,
      totalWithoutVatMinor: invoices.totalWithoutVatMinor,
      contracts: invoices.contracts,
      vehicles: invoices.vehicles,
      vat,
      lines,
    })
    .from(invoices)
    .where(and(visibleInvoices(viewer), isAmongIds(invoices.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
