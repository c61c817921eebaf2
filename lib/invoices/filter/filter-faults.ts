import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { isLessDecimal } from "@/lib/money";
import { readInvoiceFilter } from "./invoice-filter";

export type FilterFault = "not_a_date" | "not_an_amount" | "ends_before_start" | "below_min";

/** The input errors by field; the filter leaves out a field that could not be read. */
export type FilterFaults = Partial<Record<"from" | "to" | "min" | "max", FilterFault>>;

/**
 * Finds the fields that `readInvoiceFilter` could not read. When a range ends before its start, its end is at fault.
 */
export function findFilterFaults(params: SearchParams): FilterFaults {
  const filter = readInvoiceFilter(params);
  const faults: FilterFaults = {};
  for (const name of ["from", "to"] as const)
    if (filter[name] === null && isTyped(params, name)) faults[name] = "not_a_date";
  for (const name of ["min", "max"] as const)
    if (filter[name] === null && isTyped(params, name)) faults[name] = "not_an_amount";
  const { from, to, min, max } = filter;
  if (from !== null && to !== null && to < from) faults.to = "ends_before_start";
  if (min !== null && max !== null && isLessDecimal(max, min)) faults.max = "below_min";
  return faults;
}

const isTyped = (params: SearchParams, name: string) => searchParam(params, name).trim() !== "";
