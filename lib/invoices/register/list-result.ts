import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type FilterChip, filterChips } from "./filter-chips";
import type { Count } from "./invoice-summary";
import type { Register } from "./open-register";

/** The downloads of all matching invoices, independent of the current page. */
interface ListDownloads {
  zipHref: string;
  csvHref: string;
  xlsxHref: string;
  /** The entries for the customer's accounting; null for several companies, which each have their own. */
  accountingHref: string | null;
  /** Those not downloaded yet; null when that is all or none of them. `count` is null when not all were counted. */
  remaining: { count: number | null; href: string } | null;
  /** Bytes of the originals; null when not all were counted. */
  size: number | null;
}

/** The summary above the list: active filters, figures and downloads. */
export interface ListResult {
  count: Count;
  /** Null when not all were counted. */
  creditNotes: number | null;
  /** The invoices deposited since the user's last visit; null on a first visit, or when there are none. */
  newSinceVisit: { count: number; lastVisitAt: Date; timeZone: string } | null;
  chips: FilterChip[];
  /** The list without any filter. */
  clearHref: string;
  /** What the user has not downloaded; above COUNT_LIMIT a part of it, which still changes with a download. */
  notDownloaded: { remaining: number; isCounted: boolean };
  /** Null when nothing matches. */
  downloads: ListDownloads | null;
}

export function listResult(register: Register, lastVisitAt: Date | null): ListResult {
  const { list, query, supplier } = register;
  return {
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: list.hasMore ? null : list.creditNotes,
    newSinceVisit:
      lastVisitAt === null || list.sinceLastVisit === 0
        ? null
        : { count: list.sinceLastVisit, lastVisitAt, timeZone: supplier.timeZone },
    chips: filterChips(query),
    clearHref: listPath({ ...query, filter: EMPTY_FILTER, page: { direction: "first" } }),
    notDownloaded: { remaining: list.remaining, isCounted: !list.hasMore },
    downloads: list.count === 0 ? null : listDownloads(register),
  };
}

function listDownloads({ list, query: { scope }, effective: filter }: Register): ListDownloads {
  const { remaining, count, hasMore } = list;
  const isSome = remaining > 0 && (hasMore || remaining < count);
  return {
    zipHref: exportPath("zip", { filter, scope }),
    csvHref: exportPath("csv", { filter, scope }),
    xlsxHref: exportPath("xlsx", { filter, scope }),
    accountingHref: scope === "own" ? exportPath("accounting", { filter, scope }) : null,
    remaining: isSome
      ? {
          count: hasMore ? null : remaining,
          href: exportPath("zip", { filter: { ...filter, isNew: true }, scope }),
        }
      : null,
    size: hasMore ? null : list.size,
  };
}
