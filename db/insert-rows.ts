import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./transaction";

/**
 * What a row means that breaks a unique constraint: with `fail` it is a mistake, and the statement throws; with `skip` it
 * is there already by the constraint named in `on`, and the one that is there stays. Any other constraint throws.
 */
export type OnConflict = { onConflict: "fail" } | { onConflict: "skip"; on: string };

/**
 * Inserts many rows at once, written with the columns' own names and JSON's types (instants as ISO 8601, digests as
 * `\x…`). One parameter and one text whatever their number: a parameter a value costs the driver more than PostgreSQL
 * takes to store it.
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
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)
    ${skipped}`);
}
