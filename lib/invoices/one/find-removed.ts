import { and, desc, eq, inArray, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import { INVISIBLE_CHARACTERS, withoutInvisible } from "@/lib/invisible-text";

/** The data the ledger keeps of a document whose original was removed at the end of retention (R15). */
export interface RemovedInvoice {
  id: string;
  number: string;
  issuedOn: PlainDate;
  removedAt: Date;
  /** SHA-256 of the original, computed at its deposit. */
  sha256: string;
}

const MAX_ROWS = 10;
const withdrawals = alias(ledgerEntries, "withdrawals");

/**
 * Finds the documents with this number that were removed from the viewer's account after retention, latest issue date
 * first. There may be several, because a number is unique per seller and year only. Withdrawn documents are left out,
 * because they belonged to another customer.
 */
export async function findRemoved(
  tx: Transaction,
  viewer: AccountReader,
  number: string,
): Promise<RemovedInvoice[]> {
  const typed = withoutInvisible(number.normalize("NFC")).trim();
  // No number contains control characters, and PostgreSQL rejects U+0000 in a parameter.
  if (typed === "" || typed.length > 300 || /\p{Cc}/u.test(typed)) return [];
  return selectRemoved(tx, viewer.accountId, hasNumber([typed, typed.toUpperCase()]));
}

/**
 * Selects the entries with one of these numbers. Invisible characters of an entry's number are ignored; only a number
 * with characters outside ASCII can contain them.
 */
function hasNumber(numbers: string[]): SQL | undefined {
  const { number } = ledgerEntries;
  const isBeyondAscii = sql`octet_length(${number}) <> length(${number})`;
  const visibleNumber = sql`translate(${number}, ${INVISIBLE_CHARACTERS}, '')`;
  return or(inArray(number, numbers), and(isBeyondAscii, inArray(visibleNumber, numbers)));
}

/** Finds one removed document by id, for a user who kept the URL of its page; null for any other id. */
export async function findRemovedById(
  tx: Transaction,
  viewer: AccountReader,
  id: string,
): Promise<RemovedInvoice | null> {
  const [removed] = await selectRemoved(tx, viewer.accountId, eq(ledgerEntries.invoiceId, id));
  return removed ?? null;
}

/** Finds the removed documents with one of these numbers, which are the numbers that another document refers to. */
export async function findRemovedAmong(
  tx: Transaction,
  accountId: string,
  numbers: readonly string[],
): Promise<RemovedInvoice[]> {
  if (numbers.length === 0) return [];
  return selectRemoved(tx, accountId, inArray(ledgerEntries.number, [...numbers]), numbers.length * MAX_ROWS);
}

function selectRemoved(
  tx: Transaction,
  accountId: string,
  condition: SQL | undefined,
  limit = MAX_ROWS,
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
        condition,
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
    .limit(limit);
}
