import { isPlainDate, type PlainDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { readTimeCursor, type TimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";

/** What the page of deposits lists: an overview, or the files that were accepted or refused. */
const SHOWN = ["overview", "accepted", "refused"] as const;

export interface DepositFilter {
  show: (typeof SHOWN)[number];
  /** Null for every day. */
  day: PlainDate | null;
  /** The id of a key or a person; null for all. */
  by: string | null;
  /** The last file of the previous page. */
  after: TimeCursor | null;
  /** For the overview: the deposits before this day. */
  before: PlainDate | null;
}

/** Reads the filter from a URL. Each invalid part counts as missing; with a day, the files of the day are listed. */
export function readDepositFilter(params: SearchParams): DepositFilter {
  const day = readDay(searchParam(params, "day"));
  const by = searchParam(params, "by");
  const show = SHOWN.find((one) => one === searchParam(params, "show")) ?? (day ? "accepted" : "overview");
  return {
    show,
    day,
    by: isUuid(by) ? by : null,
    after: readTimeCursor(searchParam(params, "after")),
    before: readDay(searchParam(params, "before")),
  };
}

/** Returns the address of the page with a filter. */
export function depositsPath(filter: Partial<DepositFilter>): string {
  const { show, day, by, after, before } = filter;
  const query = new URLSearchParams({
    ...(show && show !== "overview" && { show }),
    ...(day && { day }),
    ...(by && { by }),
    ...(after && { after: writeTimeCursor(after) }),
    ...(before && { before }),
  }).toString();
  return query === "" ? "/console/deposits" : `/console/deposits?${query}`;
}

const readDay = (text: string): PlainDate | null => (isPlainDate(text) ? text : null);
