import { and, eq } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import type { Minor } from "@/lib/money";
import { takenAtBy } from "@/lib/takings/taken";
import { matchInvoices } from "./match-invoices";
import { beyondCursor, orderInvoices } from "./sort-invoices";

export interface ListedInvoice {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  /** BT-81, UNTDID 4461. */
  paymentMeans: string | null;
  currency: string;
  signedWithVatMinor: Minor;
  signedWithoutVatMinor: Minor | null;
  contracts: string[];
  vehicles: string[];
  format: "pdf" | "facturx" | "zugferd" | "cii" | "ubl";
  legalRole: "original" | "duplicate";
}

/** An invoice of the list, with the times when the viewer first saw and took it. */
export interface RegisterEntry extends ListedInvoice {
  depositedAt: Date;
  seenAt: Date | null;
  takenAt: Date | null;
}

/** The columns of a `ListedInvoice`. */
export const LISTED_COLUMNS = {
  id: invoices.id,
  number: invoices.number,
  type: invoices.type,
  issuedOn: invoices.issuedOn,
  dueOn: invoices.dueOn,
  paymentMeans: invoices.paymentMeans,
  currency: invoices.currency,
  signedWithVatMinor: invoices.signedWithVatMinor,
  signedWithoutVatMinor: invoices.signedWithoutVatMinor,
  contracts: invoices.contracts,
  vehicles: invoices.vehicles,
  format: invoices.format,
  legalRole: invoices.legalRole,
};

/** Selects up to `limit` invoices after (or before) a cursor, in the order of reading. */
export function selectInvoices(
  tx: Transaction,
  viewer: AccountReader,
  { filter, sort, page }: { filter: InvoiceFilter; sort: InvoiceSort; page: InvoicePage },
  limit: number,
): Promise<RegisterEntry[]> {
  const isBackward = page.direction === "before";
  return tx
    .select({
      ...LISTED_COLUMNS,
      depositedAt: invoices.depositedAt,
      seenAt: invoiceReadings.seenAt,
      takenAt: takenAtBy(viewer),
    })
    .from(invoices)
    .leftJoin(
      invoiceReadings,
      and(
        eq(invoiceReadings.userId, viewer.userId),
        eq(invoiceReadings.invoiceId, invoices.id),
        eq(invoiceReadings.accountId, viewer.accountId),
      ),
    )
    .where(
      and(
        matchInvoices(viewer, filter),
        page.direction === "first" ? undefined : beyondCursor(sort, page.cursor, isBackward),
      ),
    )
    .orderBy(...orderInvoices(sort, isBackward))
    .limit(limit);
}
