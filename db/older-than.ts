import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Returns the condition of a page of a list in the order `newestFirst(at), newestFirst(id)`: only the rows after the
 * last row of the previous page. Undefined, for all rows, when there is no previous page.
 */
export const olderThan = (
  at: AnyColumn,
  id: AnyColumn,
  last: { at: Date; id: string } | null,
): SQL | undefined =>
  last ? sql`(${at}, ${id}) < (${last.at.toISOString()}::timestamptz, ${last.id}::uuid)` : undefined;
