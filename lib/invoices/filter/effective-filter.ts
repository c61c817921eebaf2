import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "./invoice-filter";

/**
 * Returns the filter to apply on a list whose display history begins on `historySince`: an explicit period or a search
 * covers all dates, any other filter only the display history (R14).
 */
export function effectiveFilter(filter: InvoiceFilter, historySince: PlainDate): InvoiceFilter {
  const coversAllDates = filter.from !== null || filter.to !== null || filter.q !== null;
  return coversAllDates ? filter : { ...filter, from: historySince };
}
