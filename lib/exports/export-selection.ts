import { and, eq, type SQL, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoices } from "@/db/schema/invoices";
import { paperPackInvoices } from "@/db/schema/paper-packs";
import { readableOriginals } from "@/lib/access/access";
import type { AccountReader, StaffUser } from "@/lib/access/viewer";
import { addDays, type PlainDate } from "@/lib/dates";
import { searchParam } from "@/lib/http/search-params";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import { EMPTY_FILTER, type InvoiceFilter, readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceSort, readSort } from "@/lib/invoices/filter/invoice-sort";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import { expiringBy, isExpiryDays, neverTaken } from "@/lib/retention/expiring-invoices";
import { isUuid } from "@/lib/uuid";

/** The invoices of a pack or an index: those the list shows for the same query, or those that are removed soon. */
export interface ExportSelection {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  /** Only invoices whose retention ends on this day or earlier. */
  expiringBy: PlainDate | null;
  /** Only invoices that nobody of the account has taken. */
  isNeverTaken: boolean;
  /** Only these, chosen one by one in the list; null for all that the filter finds. */
  ids: string[] | null;
}

/** The invoices of one account in a pack to print, for the supplier's staff (R22). */
interface PaperSelection {
  sort: InvoiceSort;
  paperPackId: string;
  accountId: string;
}

/** The viewer who downloads a pack or an index, and which invoices are in it. */
export type PackReader = { viewer: AccountReader; selection: ExportSelection } | PaperReader;

interface PaperReader {
  viewer: StaffUser;
  selection: PaperSelection;
}

const isPaper = (reader: PackReader): reader is PaperReader => "paperPackId" in reader.selection;

/**
 * Reads the selection from a URL: the filter of the list, limited to the display history in the same cases as the list
 * (`effectiveFilter`, R14). With `leaving=90|30|7`, only invoices removed within that number of days, without that
 * limit. With `untaken=1`, only invoices that nobody of the account has taken. With `chosen`, once for each invoice, only
 * these, whatever the filter: they were chosen in a list that showed them.
 */
export function readExportSelection(
  params: URLSearchParams,
  { today, historySince }: { today: PlainDate; historySince: PlainDate },
): ExportSelection {
  const filter = readInvoiceFilter(params);
  const days = Number(searchParam(params, "leaving"));
  const isExpiring = isExpiryDays(days);
  const ids = params.has("chosen") ? params.getAll("chosen").filter(isUuid) : null;
  if (ids !== null)
    return {
      ...{ sort: readSort(searchParam(params, "sort")), filter: EMPTY_FILTER, ids },
      ...{ expiringBy: null, isNeverTaken: false },
    };
  return {
    ids,
    sort: readSort(searchParam(params, "sort")),
    filter: isExpiring ? filter : effectiveFilter(filter, historySince),
    expiringBy: isExpiring ? addDays(today, days) : null,
    isNeverTaken: searchParam(params, "untaken") === "1",
  };
}

/** The viewer's invoices that the selection names. */
export function selectedInvoices(reader: PackReader): SQL | undefined {
  if (isPaper(reader)) return inPaperPack(reader);
  const { viewer, selection } = reader;
  return and(
    matchInvoices(viewer, selection.filter),
    selection.ids === null ? undefined : isAmongIds(invoices.id, selection.ids),
    selection.expiringBy === null ? undefined : expiringBy(selection.expiringBy),
    selection.isNeverTaken ? neverTaken() : undefined,
  );
}

const inPaperPack = ({ viewer, selection }: PaperReader): SQL | undefined =>
  and(
    readableOriginals(viewer),
    eq(invoices.accountId, selection.accountId),
    sql`exists (select from ${paperPackInvoices} where ${paperPackInvoices.invoiceId} = ${invoices.id}
      and ${paperPackInvoices.packId} = ${selection.paperPackId})`,
  );
