import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./transaction";

/**
 * Inserts many rows at once, written with the columns' own names and JSON's types (instants as ISO 8601, digests as
 * `\x…`); those that are there already stay as they are. One parameter and one text whatever their number: a parameter
 * a value costs the driver more than PostgreSQL takes to store it.
 */
export async function insertRows<Row extends object>(
  tx: Transaction,
  table: PgTable,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(
    Object.keys(first).map((name) => sql.identifier(name)),
    sql`, `,
  );
  const name = sql.identifier(getTableName(table));
  await tx.execute(sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`);
}
