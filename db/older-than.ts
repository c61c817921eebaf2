import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * The condition of a page of a list in the order `newestFirst(at), newestFirst(id)`: the rows after the last one of the page
 * before. Undefined, for all rows, when there is no such page.
 */
export const olderThan = (
  at: AnyColumn,
  id: AnyColumn,
  last: { at: Date; id: string } | null,
): SQL | undefined =>
  last ? sql`(${at}, ${id}) < (${last.at.toISOString()}::timestamptz, ${last.id}::uuid)` : undefined;
