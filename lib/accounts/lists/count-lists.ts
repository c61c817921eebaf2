import { and, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { ACCOUNT_LISTS, type AccountListName, MAX_COUNTED } from "./account-list";
import { listCondition } from "./list-condition";

export type ListCounts = Record<AccountListName, Count>;

/** Counts the accounts of each list, each only up to `MAX_COUNTED`, in one query. */
export async function countLists(tx: Transaction, viewer: StaffUser, at: Date): Promise<ListCounts> {
  const counts = ACCOUNT_LISTS.map(
    (list) => sql`${countUpTo(tx, viewer, listCondition(tx, viewer, list, at))} as ${sql.identifier(list)}`,
  );
  const [row] = await tx.execute<Record<AccountListName, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  if (!row) throw new Error("The lists were not counted.");
  return Object.fromEntries(ACCOUNT_LISTS.map((list) => [list, capped(row[list])])) as ListCounts;
}

/** Counts the accounts that meet a condition, only up to `MAX_COUNTED`. */
export async function countAccounts(
  tx: Transaction,
  viewer: StaffUser,
  condition: SQL | undefined,
): Promise<Count> {
  const [row] = await tx.execute<{ count: number }>(sql`select ${countUpTo(tx, viewer, condition)} as count`);
  return capped(row?.count ?? 0);
}

/**
 * The limit is written into the text of the query. If it were a parameter, PostgreSQL would expect to read all accounts
 * and would plan the query again each time, which takes longer than running it.
 */
function countUpTo(tx: Transaction, viewer: StaffUser, condition: SQL | undefined): SQL {
  const some = tx
    .select({ one: sql`1` })
    .from(accounts)
    .where(and(visibleAccounts(viewer), condition));
  const limit = sql.raw(String(MAX_COUNTED + 1));
  return sql`(select count(*)::int from (select from ${some} as met limit ${limit}) as found)`;
}

/** Turns a number that was counted up to `MAX_COUNTED + 1` into a `Count`. */
export const capped = (count: number): Count => ({
  value: Math.min(count, MAX_COUNTED),
  isCapped: count > MAX_COUNTED,
});
