import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/**
 * Returns the condition that a column of texts has one of these values. All values are one parameter, so that a
 * connection prepares one statement for any number of values. They are an array, so that PostgreSQL looks up each value
 * in the index; with `in (select …)` it reads the whole table as long as it has no statistics of the table.
 */
export const isAmong = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)))`;

/** The same for a column of ids. */
export const isAmongIds = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`;
