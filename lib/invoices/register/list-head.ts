import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath, readingPath } from "@/lib/invoices/filter/invoice-paths";
import { type FilterChip, filterChips } from "./filter-chips";
import type { Count } from "./invoice-summary";
import type { Register } from "./open-register";

/** The downloads of all matching invoices, independent of the current page. */
interface ListDownloads {
  zipUrl: string;
  csvUrl: string;
  xlsxUrl: string;
  /** The entries for the customer's accounting; null for several companies, which each have their own. */
  accountingUrl: string | null;
  /** Those not taken yet; null when that is all or none of them. `count` is null when not all were counted. */
  remaining: { count: number | null; url: string } | null;
  /** Bytes of the originals; null when not all were counted. */
  size: number | null;
}

/** The head of the list: its count, its active filters and its downloads. */
export interface ListHead {
  count: Count;
  /** Null when not all were counted. */
  creditNotes: number | null;
  /** Whether anything but the display history narrows the list. */
  isFiltered: boolean;
  /** The invoices that the user neither opened nor taken, with their list; null when there are none. */
  unread: { count: number; url: string } | null;
  /** The invoices deposited since the user's last visit; null on a first visit, or when there are none. */
  newSinceVisit: { count: number; lastVisitAt: Date; timeZone: string } | null;
  chips: FilterChip[];
  /** Reading mode; null when there is nothing to read, or the list is of several companies. */
  readingUrl: string | null;
  /** The list without any filter. */
  clearUrl: string;
  /** What the user has not taken; above COUNT_LIMIT a part of it, which still changes with a download. */
  leftToTake: { remaining: number; isCounted: boolean };
  /** Null when nothing matches. */
  downloads: ListDownloads | null;
}

export function listHead(register: Register, lastVisitAt: Date | null): ListHead {
  const { list, query, supplier } = register;
  const chips = filterChips(query, register.ownAccounts);
  return {
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: list.hasMore ? null : list.creditNotes,
    isFiltered: chips.length > 0,
    readingUrl: query.scope === "own" && list.count > 0 ? readingPath(query) : null,
    unread:
      list.hasMore || list.unread === 0
        ? null
        : {
            count: list.unread,
            url: listPath({
              ...query,
              filter: { ...query.filter, isUnread: true },
              page: { direction: "first" },
            }),
          },
    newSinceVisit:
      lastVisitAt === null || list.sinceLastVisit === 0
        ? null
        : { count: list.sinceLastVisit, lastVisitAt, timeZone: supplier.timeZone },
    chips,
    clearUrl: listPath({ ...query, filter: EMPTY_FILTER, page: { direction: "first" } }),
    leftToTake: { remaining: list.remaining, isCounted: !list.hasMore },
    downloads: list.count === 0 ? null : listDownloads(register),
  };
}

function listDownloads({ list, query: { scope }, effective: filter }: Register): ListDownloads {
  const { remaining, count, hasMore } = list;
  const isSome = remaining > 0 && (hasMore || remaining < count);
  return {
    zipUrl: exportPath("zip", { filter, scope }),
    csvUrl: exportPath("csv", { filter, scope }),
    xlsxUrl: exportPath("xlsx", { filter, scope }),
    accountingUrl: scope === "own" ? exportPath("accounting", { filter, scope }) : null,
    remaining: isSome
      ? {
          count: hasMore ? null : remaining,
          url: exportPath("zip", { filter: { ...filter, isNew: true }, scope }),
        }
      : null,
    size: hasMore ? null : list.size,
  };
}
