import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "./invoice-filter";

/**
 * What a filter means on a list with a display history that begins on `historySince`: an explicit period or a search
 * looks everywhere, anything else within the history (R14).
 */
export function effectiveFilter(filter: InvoiceFilter, historySince: PlainDate): InvoiceFilter {
  const looksEverywhere = filter.from !== null || filter.to !== null || filter.q !== null;
  return looksEverywhere ? filter : { ...filter, from: historySince };
}
