import { setImmediate as letOthersRun } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import { ledgerEntries, ledgerHeads } from "@/db/schema/ledger";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { GENESIS_HASH, ledgerHash } from "./ledger-entry";

const PAGE = 5_000;
/** Entries hashed without a pause of the thread. */
const ENTRIES_WITHOUT_PAUSE = 200;

/** The last entry that was found right; `CHAIN_START` before the first one. */
export interface ChainPosition {
  sequence: bigint;
  hash: string;
}

export const CHAIN_START: ChainPosition = { sequence: 0n, hash: GENESIS_HASH };

/** What was found after a position: the chain goes on, ends as its head says, or is broken at an entry. */
type ChainRead =
  | { state: "more" | "end"; position: ChainPosition }
  | { state: "broken"; sequence: bigint; position: ChainPosition };

/**
 * Checks a supplier's chain from the first entry to its head. Returns the length, or the first sequence that is missing or
 * does not match. Deposits may arrive meanwhile, because each page reads entries and head in one snapshot.
 */
export async function verifyLedger(
  viewer: Viewer,
  supplierId: string,
): Promise<{ ok: true; entries: bigint } | { ok: false; reason: "broken"; sequence: bigint }> {
  let position = CHAIN_START;
  for (;;) {
    const read = await readChain(viewer, supplierId, position);
    if (read.state === "broken") return { ok: false, reason: "broken", sequence: read.sequence };
    if (read.state === "end") return { ok: true, entries: read.position.sequence };
    position = read.position;
  }
}

/** Checks the next 5,000 entries of a chain after `from`, and at its end the head. */
export async function readChain(viewer: Viewer, supplierId: string, from: ChainPosition): Promise<ChainRead> {
  let position = from;
  const broken = (sequence: bigint): ChainRead => ({ state: "broken", sequence, position });
  const page = await readPage(viewer, supplierId, from.sequence);
  for (const [index, { entry }] of page.entries()) {
    if (index % ENTRIES_WITHOUT_PAUSE === ENTRIES_WITHOUT_PAUSE - 1) await letOthersRun();
    if (!entry) continue;
    const follows = entry.sequence === position.sequence + 1n && entry.previousHash === position.hash;
    if (!follows || ledgerHash(entry) !== entry.hash) return broken(position.sequence + 1n);
    position = { sequence: entry.sequence, hash: entry.hash };
  }
  if (page.length === PAGE) return { state: "more", position };
  const head = page[0]?.head;
  if (!head || position.sequence < head.sequence) return broken(position.sequence + 1n);
  if (position.sequence > head.sequence) return broken(head.sequence + 1n);
  return position.hash === head.hash ? { state: "end", position } : broken(head.sequence);
}

/** The entries after a sequence, each with the head; at the end of the chain one row without an entry. */
function readPage(viewer: Viewer, supplierId: string, after: bigint) {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        head: { sequence: ledgerHeads.sequence, hash: ledgerHeads.hash },
        entry: {
          supplierId: ledgerEntries.supplierId,
          sequence: ledgerEntries.sequence,
          kind: ledgerEntries.kind,
          invoiceId: ledgerEntries.invoiceId,
          accountId: ledgerEntries.accountId,
          number: ledgerEntries.number,
          issuedOn: ledgerEntries.issuedOn,
          sha256: ledgerEntries.sha256,
          recordedAt: ledgerEntries.recordedAt,
          previousHash: ledgerEntries.previousHash,
          hash: ledgerEntries.hash,
        },
      })
      .from(ledgerHeads)
      .leftJoin(
        ledgerEntries,
        and(eq(ledgerEntries.supplierId, ledgerHeads.supplierId), gt(ledgerEntries.sequence, after)),
      )
      .where(eq(ledgerHeads.supplierId, supplierId))
      .orderBy(asc(ledgerEntries.sequence))
      .limit(PAGE),
  );
}
