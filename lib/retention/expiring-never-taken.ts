import { and, between, eq, inArray, lte, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { PlainDate } from "@/lib/dates";
import { neverTaken } from "./expiring-invoices";

const MAX_LISTED = 10;

/**
 * Returns the invoices of these accounts whose last day is between two days and that nobody has taken: by account,
 * soonest first, at most ten of each. Each row also has the account's total.
 */
export async function expiringNeverTaken(
  tx: Transaction,
  accountIds: string[],
  from: PlainDate,
  through: PlainDate,
) {
  const ranked = tx
    .select({
      accountId: invoices.accountId,
      type: invoices.type,
      number: invoices.number,
      keptUntil: sql<PlainDate>`${invoices.removeAfter}`.as("kept_until"),
      total: sql<number>`(count(*) over (partition by ${invoices.accountId}))::int`.as("total"),
      rank: sql<number>`row_number() over (partition by ${invoices.accountId} order by ${invoices.removeAfter}, ${invoices.id})`.as(
        "rank",
      ),
    })
    .from(invoices)
    .innerJoin(accounts, eq(accounts.id, invoices.accountId))
    .where(
      and(
        inArray(invoices.accountId, accountIds),
        eq(invoices.state, "available"),
        between(invoices.removeAfter, from, through),
        sql`${invoices.removeAfter} > coalesce(${accounts.expiryWarnedThrough}, '-infinity')`,
        neverTaken(),
      ),
    )
    .as("ranked");
  const rows = await tx
    .select()
    .from(ranked)
    .where(lte(ranked.rank, MAX_LISTED))
    .orderBy(ranked.accountId, ranked.rank);
  const byAccount = new Map<string, typeof rows>();
  for (const row of rows) byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row]);
  return byAccount;
}
