import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./transaction";

/**
 * The effect of a row that violates a unique constraint: with `fail` the statement throws; with `skip` a row that
 * exists already by the constraint `on` stays unchanged. A violation of any other constraint throws.
 */
export type OnConflict = { onConflict: "fail" } | { onConflict: "skip"; on: string };

/**
 * Inserts many rows with one statement. The rows have the column names of the database and JSON types (instants as ISO
 * 8601, digests as `\x…`). There is one parameter and one statement text for any number of rows: with one parameter per
 * value the driver takes longer than PostgreSQL needs to store the row.
 */
export async function insertRows<Row extends object>(
  tx: Transaction,
  table: PgTable,
  rows: readonly Row[],
  conflict: OnConflict,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(
    Object.keys(first).map((name) => sql.identifier(name)),
    sql`, `,
  );
  const name = sql.identifier(getTableName(table));
  const skipped =
    conflict.onConflict === "skip"
      ? sql`on conflict on constraint ${sql.identifier(conflict.on)} do nothing`
      : sql``;
  await tx.execute(sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${wellFormedJson(rows)}::jsonb)
    ${skipped}`);
}

/** JSON without half characters (lone surrogates), which text that was cut may end with and PostgreSQL refuses. */
const wellFormedJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
