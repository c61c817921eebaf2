import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { accountingBatches, accountingEntries } from "@/db/schema/accounting";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";

/** An invoice that its supplier withdrew after it went into a batch: its entry has to be reversed by hand. */
export interface WithdrawnEntry {
  batchId: string;
  batchNumber: number;
  position: number;
  number: string;
  issuedOn: PlainDate;
  currency: string;
  totalMinor: Minor;
}

/** How many of them a page names. */
const MOST_NAMED = 200;

/** Condition: the ledger has a withdrawal of the entry's invoice. The few that there are, are looked up one by one. */
const isWithdrawn = (viewer: CustomerUser): SQL => sql`${accountingEntries.invoiceId} = any (array(
  select ${ledgerEntries.invoiceId} from ${ledgerEntries}
  where ${ledgerEntries.accountId} = ${viewer.accountId} and ${ledgerEntries.kind} = 'withdrawn'))`;

/** The withdrawn entries that no batch told of (`batchId` null), or those that this batch told of. */
export function selectWithdrawn(
  tx: Transaction,
  viewer: CustomerUser,
  batchId: string | null,
): Promise<WithdrawnEntry[]> {
  return tx
    .select({
      batchId: accountingEntries.batchId,
      batchNumber: accountingBatches.number,
      position: accountingEntries.position,
      number: accountingEntries.number,
      issuedOn: accountingEntries.issuedOn,
      currency: accountingBatches.currency,
      totalMinor: accountingEntries.totalMinor,
    })
    .from(accountingEntries)
    .innerJoin(accountingBatches, eq(accountingBatches.id, accountingEntries.batchId))
    .where(
      and(
        eq(accountingEntries.accountId, viewer.accountId),
        batchId === null
          ? and(isNull(accountingEntries.withdrawalToldIn), isWithdrawn(viewer))
          : eq(accountingEntries.withdrawalToldIn, batchId),
      ),
    )
    .orderBy(asc(accountingBatches.number), asc(accountingEntries.position))
    .limit(MOST_NAMED);
}

/** Notes that this batch tells of all withdrawals that no other batch told of. */
export async function tellOfWithdrawals(
  tx: Transaction,
  viewer: CustomerUser,
  batchId: string,
): Promise<void> {
  await tx
    .update(accountingEntries)
    .set({ withdrawalToldIn: batchId })
    .where(
      and(
        eq(accountingEntries.accountId, viewer.accountId),
        isNull(accountingEntries.withdrawalToldIn),
        isWithdrawn(viewer),
      ),
    );
}
