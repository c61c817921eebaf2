import { and, desc, eq, inArray, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";

/** What the ledger keeps of a document whose original left the portal at the end of its time (R15). */
export interface RemovedInvoice {
  id: string;
  number: string;
  issuedOn: PlainDate;
  removedAt: Date;
  /** Of the original, taken at its deposit. */
  sha256: string;
}

const MOST = 10;
const withdrawals = alias(ledgerEntries, "withdrawals");

/**
 * The documents of that number that left the viewer's account after retention, the last issued first; numbers are
 * unique by seller and year only. One that was withdrawn reached the wrong customer: it is not told.
 */
export async function findRemoved(
  tx: Transaction,
  viewer: CustomerUser,
  number: string,
): Promise<RemovedInvoice[]> {
  const typed = number.normalize("NFC").trim();
  // What no number holds, PostgreSQL cannot even be asked for.
  if (typed === "" || typed.length > 300 || /\p{Cc}/u.test(typed)) return [];
  return selectRemoved(tx, viewer.accountId, inArray(ledgerEntries.number, [typed, typed.toUpperCase()]));
}

/** The same of one document, whose address somebody kept; null for any other id. */
export async function findRemovedById(
  tx: Transaction,
  viewer: CustomerUser,
  id: string,
): Promise<RemovedInvoice | null> {
  const [removed] = await selectRemoved(tx, viewer.accountId, eq(ledgerEntries.invoiceId, id));
  return removed ?? null;
}

/** The same of several numbers at once, as another document names them. */
export async function findRemovedAmong(
  tx: Transaction,
  accountId: string,
  numbers: readonly string[],
): Promise<RemovedInvoice[]> {
  if (numbers.length === 0) return [];
  return selectRemoved(tx, accountId, inArray(ledgerEntries.number, [...numbers]), numbers.length * MOST);
}

function selectRemoved(
  tx: Transaction,
  accountId: string,
  which: SQL,
  most = MOST,
): Promise<RemovedInvoice[]> {
  return tx
    .select({
      id: ledgerEntries.invoiceId,
      number: ledgerEntries.number,
      issuedOn: ledgerEntries.issuedOn,
      removedAt: ledgerEntries.recordedAt,
      sha256: ledgerEntries.sha256,
    })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.accountId, accountId),
        which,
        eq(ledgerEntries.kind, "removed"),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(withdrawals)
            .where(
              and(eq(withdrawals.invoiceId, ledgerEntries.invoiceId), eq(withdrawals.kind, "withdrawn")),
            ),
        ),
      ),
    )
    .orderBy(desc(ledgerEntries.issuedOn), desc(ledgerEntries.sequence))
    .limit(most);
}
