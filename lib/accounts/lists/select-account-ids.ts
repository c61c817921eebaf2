import { and, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import type { AccountSort } from "./account-list";
import type { AccountCursor, AccountPage } from "./account-query";

/**
 * Sorts before every issue date: accounts without an invoice come first in ascending order, last in descending order.
 */
const NO_INVOICE = "-infinity";

/** Selects up to `limit` accounts after (or before) a position, the closest to it first, with their own positions. */
export function selectAccountIds(
  tx: Transaction,
  viewer: StaffUser,
  which: { condition: SQL | undefined; sort: AccountSort; page: AccountPage },
  limit: number,
): Promise<AccountCursor[]> {
  const { condition, sort, page } = which;
  const key = SORT_VALUES[sort.by];
  const isBackward = page.direction === "before";
  const isDescending = sort.isDescending !== isBackward;
  const direction = sql.raw(isDescending ? "desc" : "asc");
  const cast = sql.raw(sort.by === "last" ? "::date" : "::text");
  const operator = sql.raw(isDescending ? "<" : ">");
  const beyond = (cursor: AccountCursor) => {
    const value = sql`${cursor.key}${cast}`;
    // PostgreSQL can use an index for the first condition only; the second leaves out the rows that were shown
    // already.
    return and(
      sql`${key} ${operator}= ${value}`,
      sql`(${key}, ${accounts.id}) ${operator} (${value}, ${cursor.id}::uuid)`,
    );
  };
  return tx
    .select({ key: sql<string>`${key}::text`, id: accounts.id })
    .from(accounts)
    .where(
      and(visibleAccounts(viewer), condition, page.direction === "first" ? undefined : beyond(page.cursor)),
    )
    .orderBy(sql`${key} ${direction}`, sql`${accounts.id} ${direction}`)
    .limit(limit);
}

const SORT_VALUES: Record<AccountSort["by"], SQL> = {
  company: sql`${accounts.sortName} collate "C"`,
  number: sql`${accounts.customerNumber}`,
  last: sql`coalesce((
    select ${invoices.issuedOn} from ${invoices}
    where ${invoices.accountId} = ${accounts.id} and ${invoices.state} = 'available'
    order by ${invoices.issuedOn} desc, ${invoices.id} desc limit 1), ${NO_INVOICE}::date)`,
};
