import { isMailAddress } from "@/lib/mail-address";
import { type Cause, readCause } from "./cause";

/** What the desk shows: one cause or all, a text to search for, an order, and a position in the list. */
export interface DeskFilter {
  cause: Cause | null;
  /** Found in the person, company, address and customer number; "" for all. */
  query: string;
  sort: "since" | "name";
  /** The last row of the page before. */
  after: { key: string; email: string } | null;
}

const MAX_QUERY_LENGTH = 100;

/** The number of people, the newest first, that are counted and listed. It limits the response time of the desk. */
export const MAX_PEOPLE = 1_000;

/** Reads the filter from a URL. Each invalid part counts as missing. */
export function readDeskFilter(search: Record<string, unknown>): DeskFilter {
  return {
    cause: readCause(search.cause),
    query: typeof search.q === "string" ? search.q.trim().slice(0, MAX_QUERY_LENGTH) : "",
    sort: search.sort === "name" ? "name" : "since",
    after: readAfter(search.after),
  };
}

/** Writes the filter for a URL, without the position. */
export function writeDeskFilter({ cause, query, sort }: Omit<DeskFilter, "after">): URLSearchParams {
  const written = new URLSearchParams();
  if (cause) written.set("cause", cause);
  if (query) written.set("q", query);
  if (sort !== "since") written.set("sort", sort);
  return written;
}

/** `2026-11-18T10:00:00.000Z|compta@client.example`: the sorted value, and the address that tells equal ones apart. */
export const writeAfter = (after: NonNullable<DeskFilter["after"]>): string => `${after.key}|${after.email}`;

function readAfter(text: unknown): DeskFilter["after"] {
  if (typeof text !== "string" || text.length > 700) return null;
  const bar = text.lastIndexOf("|");
  const email = text.slice(bar + 1);
  return bar > 0 && isMailAddress(email) ? { key: text.slice(0, bar), email } : null;
}
