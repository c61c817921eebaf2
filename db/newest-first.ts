import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * Sorts as an index on `column.desc()` does, which Drizzle writes DESC NULLS LAST. `desc(column)` of a query means NULLS FIRST:
 * PostgreSQL then reads and sorts all rows, even of a column without nulls.
 */
export const newestFirst = (column: AnyColumn): SQL => sql`${column} desc nulls last`;
