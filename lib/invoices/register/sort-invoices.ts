import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { type InvoiceCursor, readAmountKey } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";

/** The order of the bytes, whatever the database's own collation: pages of several accounts are merged by it. */
const number = sql`${invoices.number} collate "C"`;
const currency = sql`${invoices.currency} collate "C"`;

/** `order by` of a page that is read forward, or backward from where one is. Nulls are where the index has them. */
export function orderInvoices({ by, isAscending }: InvoiceSort, isBackward: boolean): SQL[] {
  const columns = {
    date: [sql`${invoices.issuedOn}`],
    due: [sql`${invoices.dueOn}`],
    number: [number],
    amount: [currency, sql`${invoices.totalWithVatMinor}`],
  }[by];
  const isDown = isAscending === isBackward;
  const nullsLast = by === "due" ? !isBackward : isDown;
  const direction = sql.raw(`${isDown ? "desc" : "asc"} nulls ${nullsLast ? "last" : "first"}`);
  return [...columns, sql`${invoices.id}`].map((column) => sql`${column} ${direction}`);
}

/** What lies beyond a place of the list, in the direction it is read. */
export function beyondCursor(
  { by, isAscending }: InvoiceSort,
  { key, id }: InvoiceCursor,
  isBackward: boolean,
): SQL | undefined {
  const than = isAscending === isBackward ? sql`<` : sql`>`;
  switch (by) {
    case "date":
      return sql`(${invoices.issuedOn}, ${invoices.id}) ${than} (${key}::date, ${id}::uuid)`;
    case "number":
      return sql`(${number}, ${invoices.id}) ${than} (${key}, ${id}::uuid)`;
    case "amount": {
      const amount = readAmountKey(key ?? "");
      return sql`(${currency}, ${invoices.totalWithVatMinor}, ${invoices.id})
        ${than} (${amount?.currency ?? ""}::bpchar, ${String(amount?.minor ?? 0n)}::bigint, ${id}::uuid)`;
    }
    case "due":
      return key === null ? beyondUndated(id, than, isBackward) : beyondDue(key, id, than, isBackward);
  }
}

/** Those without a due date close the list: after them only more of them, before them everything that has one. */
function beyondUndated(id: string, than: SQL, isBackward: boolean): SQL | undefined {
  const others = and(isNull(invoices.dueOn), sql`${invoices.id} ${than} ${id}::uuid`);
  return isBackward ? or(others, sql`${invoices.dueOn} is not null`) : others;
}

function beyondDue(key: string, id: string, than: SQL, isBackward: boolean): SQL | undefined {
  const dated = or(
    sql`${invoices.dueOn} ${than} ${key}::date`,
    and(eq(invoices.dueOn, key), sql`${invoices.id} ${than} ${id}::uuid`),
  );
  return isBackward ? dated : or(dated, isNull(invoices.dueOn));
}
