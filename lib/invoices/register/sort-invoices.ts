import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { type InvoiceCursor, readAmountKey } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";

/** Sorted by bytes and not by the database's collation, because pages of several accounts are merged in this order. */
const number = sql`${invoices.number} collate "C"`;
const currency = sql`${invoices.currency} collate "C"`;

/** Returns the `order by` of a page read forward or backward from a cursor. Nulls are placed as in the index. */
export function orderInvoices({ by, isAscending }: InvoiceSort, isBackward: boolean): SQL[] {
  const columns = {
    date: [sql`${invoices.issuedOn}`],
    due: [sql`${invoices.dueOn}`],
    number: [number],
    amount: [currency, sql`${invoices.signedWithVatMinor}`],
  }[by];
  const isDescending = isAscending === isBackward;
  const nullsLast = by === "due" ? !isBackward : isDescending;
  const direction = sql.raw(`${isDescending ? "desc" : "asc"} nulls ${nullsLast ? "last" : "first"}`);
  return [...columns, sql`${invoices.id}`].map((column) => sql`${column} ${direction}`);
}

/** Returns the condition for the rows after a cursor, in the direction of reading. */
export function beyondCursor(
  { by, isAscending }: InvoiceSort,
  { key, id }: InvoiceCursor,
  isBackward: boolean,
): SQL | undefined {
  const operator = isAscending === isBackward ? sql`<` : sql`>`;
  switch (by) {
    case "date":
      return sql`(${invoices.issuedOn}, ${invoices.id}) ${operator} (${key}::date, ${id}::uuid)`;
    case "number":
      return sql`(${number}, ${invoices.id}) ${operator} (${key}, ${id}::uuid)`;
    case "amount": {
      const amount = readAmountKey(key ?? "");
      return sql`(${currency}, ${invoices.signedWithVatMinor}, ${invoices.id})
        ${operator} (${amount?.currency ?? ""}::bpchar, ${String(amount?.minor ?? 0n)}::bigint, ${id}::uuid)`;
    }
    case "due":
      return key === null
        ? beyondUndated(id, operator, isBackward)
        : beyondDue(key, id, operator, isBackward);
  }
}

/** Rows without a due date come last: forward, only more of them follow; backward, also all rows with a due date. */
function beyondUndated(id: string, operator: SQL, isBackward: boolean): SQL | undefined {
  const others = and(isNull(invoices.dueOn), sql`${invoices.id} ${operator} ${id}::uuid`);
  return isBackward ? or(others, sql`${invoices.dueOn} is not null`) : others;
}

function beyondDue(key: string, id: string, operator: SQL, isBackward: boolean): SQL | undefined {
  const dated = or(
    sql`${invoices.dueOn} ${operator} ${key}::date`,
    and(eq(invoices.dueOn, key), sql`${invoices.id} ${operator} ${id}::uuid`),
  );
  return isBackward ? dated : or(dated, isNull(invoices.dueOn));
}
