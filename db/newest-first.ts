import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Sorts like an index on `column.desc()`, which Drizzle creates with DESC NULLS LAST. In a query, `desc(column)` means
 * NULLS FIRST, so that PostgreSQL would read and sort all rows, even for a column without nulls.
 */
export const newestFirst = (column: AnyColumn): SQL => sql`${column} desc nulls last`;
