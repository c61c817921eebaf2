import { and, asc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { ledgerChecks, ledgerHeads } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { now } from "@/lib/clock";
import { HOUR_MS, MINUTE_MS } from "@/lib/durations";
import { log } from "@/lib/log";
import { CHAIN_START, type ChainPosition, readChain } from "./verify-ledger";

/** A chain that was read to its end is read again after this time since the start of its round. */
const ROUND_EVERY_MS = 6 * HOUR_MS;
/** Slices of 5,000 entries in one run: seven million entries a day with a run a minute. */
const SLICES_A_RUN = 2;

const JOB: Viewer = { kind: "job" };
const isDue = atMostEvery(MINUTE_MS);

/**
 * Reads the chains of all suppliers again, a bounded part in each run, so that a row that was changed outside of the
 * portal is found although the end of its chain is right. The chain that was looked at longest ago comes first. A wrong
 * entry is recorded (`ledger_wrong` in docs/alerts.md) and looked at again by each run until it is right. At most once a
 * minute in each process; safe in parallel: of two that read the same entries one stores how far it came.
 */
export async function walkLedgers(at: Date, deadline?: Date): Promise<void> {
  if (!isDue(at)) return;
  await withViewer(JOB, (tx) => beginChecks(tx, at));
  for (let slice = 0; slice < SLICES_A_RUN; slice += 1) {
    if (slice > 0 && deadline !== undefined && now() >= deadline) return;
    const next = await findNext(at);
    if (!next) return;
    await walkOn(next, at);
  }
}

/** Adds the check of each chain that has none. */
async function beginChecks(tx: Transaction, at: Date): Promise<void> {
  const chains = await tx
    .select({ supplierId: ledgerHeads.supplierId })
    .from(ledgerHeads)
    .leftJoin(ledgerChecks, eq(ledgerChecks.supplierId, ledgerHeads.supplierId))
    .where(isNull(ledgerChecks.supplierId));
  if (chains.length === 0) return;
  await tx
    .insert(ledgerChecks)
    .values(
      chains.map(({ supplierId }) => ({
        ...{ supplierId, sequence: CHAIN_START.sequence, hash: CHAIN_START.hash },
        ...{ roundStartedAt: at, checkedAt: new Date(0) },
      })),
    )
    .onConflictDoNothing();
}

type Check = ChainPosition & {
  supplierId: string;
  roundStartedAt: Date;
  checkedAt: Date;
  wrongSequence: bigint | null;
};

/** Finds the chain that was looked at longest ago in this run's order, and that is not read to its end. */
async function findNext(at: Date): Promise<Check | undefined> {
  const [next] = await withViewer(JOB, (tx) =>
    tx
      .select({
        supplierId: ledgerChecks.supplierId,
        sequence: ledgerChecks.sequence,
        hash: ledgerChecks.hash,
        roundStartedAt: ledgerChecks.roundStartedAt,
        checkedAt: ledgerChecks.checkedAt,
        wrongSequence: ledgerChecks.wrongSequence,
      })
      .from(ledgerChecks)
      .innerJoin(ledgerHeads, eq(ledgerHeads.supplierId, ledgerChecks.supplierId))
      .where(
        or(
          // In the middle of a round.
          sql`${ledgerChecks.sequence} > 0`,
          isNull(ledgerChecks.roundEndedAt),
          and(isNotNull(ledgerChecks.wrongSequence), sql`${ledgerChecks.checkedAt} < ${at.toISOString()}`),
          lte(ledgerChecks.roundStartedAt, new Date(at.getTime() - ROUND_EVERY_MS)),
        ),
      )
      .orderBy(asc(ledgerChecks.checkedAt), asc(ledgerChecks.supplierId))
      .limit(1),
  );
  return next;
}

async function walkOn(check: Check, at: Date): Promise<void> {
  const { supplierId } = check;
  const read = await readChain(JOB, supplierId, check);
  const isNewRound = check.sequence === 0n;
  const position = read.state === "end" ? CHAIN_START : read.position;
  const wrongSequence = read.state === "broken" ? read.sequence : null;
  const stored = await withViewer(JOB, (tx) =>
    tx
      .update(ledgerChecks)
      .set({
        ...{ sequence: position.sequence, hash: position.hash, checkedAt: at, wrongSequence },
        ...(isNewRound && { roundStartedAt: at }),
        ...(read.state === "end" && { roundEndedAt: at }),
      })
      .where(and(eq(ledgerChecks.supplierId, supplierId), eq(ledgerChecks.sequence, check.sequence)))
      .returning({ supplierId: ledgerChecks.supplierId }),
  );
  if (stored.length > 0 && wrongSequence !== null && wrongSequence !== check.wrongSequence)
    log("error", "ledger_entry_wrong", { supplierId, reason: `sequence ${wrongSequence}` });
}
