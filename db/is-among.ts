import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/**
 * Whether a column of texts has one of these values: one parameter for any number of them, so that a connection prepares
 * one statement and not one for each number. As an array, so that PostgreSQL looks each one up in the index: joined with
 * `in (select …)` it reads the whole table when it does not know yet how large that is.
 */
export const isAmong = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)))`;

/** The same for a column of ids. */
export const isAmongIds = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`;
