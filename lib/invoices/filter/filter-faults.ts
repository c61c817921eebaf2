import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { isLessDecimal } from "@/lib/money";
import { readInvoiceFilter } from "./invoice-filter";

export type FilterFault = "not_a_date" | "not_an_amount" | "ends_before_start" | "below_min";

/** What is wrong with what was typed into which field; the filter leaves out what it could not read. */
export type FilterFaults = Partial<Record<"from" | "to" | "min" | "max", FilterFault>>;

/** Compares what was typed with what `readInvoiceFilter` makes of it; an end before its start is a fault of the end. */
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
