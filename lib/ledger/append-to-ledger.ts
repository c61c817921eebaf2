import { eq } from "drizzle-orm";
import { ledgerEntries, ledgerHeads } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import { type LedgerEntry, ledgerHash } from "./ledger-entry";

/** The end of a supplier's chain, locked until the transaction ends. */
export interface LedgerHead {
  supplierId: string;
  sequence: bigint;
  hash: string;
}

export type NewEntry = Omit<LedgerEntry, "supplierId" | "sequence" | "previousHash">;

/**
 * Locks the end of the supplier's chain. Take this lock last: a transaction that waits here then blocks no other one.
 * Invoices inserted under this lock get sequences in the order in which they become visible.
 */
export async function lockLedger(tx: Transaction, supplierId: string): Promise<LedgerHead> {
  const [head] = await tx
    .select({ sequence: ledgerHeads.sequence, hash: ledgerHeads.hash })
    .from(ledgerHeads)
    .where(eq(ledgerHeads.supplierId, supplierId))
    .for("update");
  if (!head) throw new Error("This supplier has no ledger.");
  return { supplierId, ...head };
}

/** Adds an entry after `head`, which the caller has locked, and moves the head. Returns the entry's sequence and hash. */
export async function appendToLedger(
  tx: Transaction,
  head: LedgerHead,
  entry: NewEntry,
): Promise<LedgerHead> {
  const chained: LedgerEntry = {
    ...entry,
    supplierId: head.supplierId,
    sequence: head.sequence + 1n,
    previousHash: head.hash,
  };
  const hash = ledgerHash(chained);
  await Promise.all([
    tx.insert(ledgerEntries).values({ ...chained, hash }),
    tx
      .update(ledgerHeads)
      .set({ sequence: chained.sequence, hash })
      .where(eq(ledgerHeads.supplierId, head.supplierId)),
  ]);
  return { supplierId: head.supplierId, sequence: chained.sequence, hash };
}
