import { and, between, eq, inArray } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { ledgerEntries } from "@/db/schema/ledger";
import { settledNumbers } from "@/db/schema/takings";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { type NumberGap, numberGaps } from "./number-gaps";

const MAX_EXAMINED = 5_000;

/**
 * Finds the gaps in the numbers of the account's invoices of one year. A number that the account ever had, in any
 * year, is not missing: the ledger keeps withdrawn and removed ones. Nor is one that a user of the account has settled
 * (« Ce n'est pas pour nous »). Null when the year has too many invoices to
 * examine.
 */
export async function findGaps(
  tx: Transaction,
  viewer: AccountReader,
  year: number,
): Promise<NumberGap[] | null> {
  const present = await tx
    .select({ number: invoices.number, sellerKey: invoices.sellerKey, issuedOn: invoices.issuedOn })
    .from(invoices)
    .where(and(visibleInvoices(viewer), between(invoices.issuedOn, `${year}-01-01`, `${year}-12-31`)))
    .limit(MAX_EXAMINED + 1);
  if (present.length > MAX_EXAMINED) return null;
  const gaps = numberGaps(present);
  const known = await knownNumbers(
    tx,
    viewer,
    gaps.flatMap(({ missing }) => missing),
  );
  return gaps
    .map((gap) => ({ ...gap, missing: gap.missing.filter((number) => !known.has(number)) }))
    .filter(({ missing }) => missing.length > 0);
}

async function knownNumbers(
  tx: Transaction,
  viewer: AccountReader,
  numbers: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const [known, settled] = await Promise.all([
    tx
      .selectDistinct({ number: ledgerEntries.number })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.accountId, viewer.accountId), inArray(ledgerEntries.number, [...numbers]))),
    tx
      .select({ number: settledNumbers.number })
      .from(settledNumbers)
      .where(
        and(eq(settledNumbers.accountId, viewer.accountId), inArray(settledNumbers.number, [...numbers])),
      ),
  ]);
  return new Set([...known, ...settled].map(({ number }) => number));
}
