import { and, asc, eq, gt } from "drizzle-orm";
import { ledgerEntries, ledgerHeads } from "@/db/schema/ledger";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { GENESIS_HASH, ledgerHash } from "./ledger-entry";

const PAGE = 5_000;

/**
 * Checks a supplier's chain from the first entry to its head. Returns the length, or the first sequence that is missing or
 * does not match. Deposits may arrive meanwhile, because each page reads entries and head in one snapshot.
 */
export async function verifyLedger(
  viewer: Viewer,
  supplierId: string,
): Promise<{ ok: true; entries: bigint } | { ok: false; reason: "broken"; sequence: bigint }> {
  let previous = { sequence: 0n, hash: GENESIS_HASH };
  for (;;) {
    const page = await readPage(viewer, supplierId, previous.sequence);
    for (const { entry } of page) {
      if (!entry) continue;
      const follows = entry.sequence === previous.sequence + 1n && entry.previousHash === previous.hash;
      if (!follows || ledgerHash(entry) !== entry.hash) return broken(previous.sequence + 1n);
      previous = entry;
    }
    if (page.length === PAGE) continue;
    const head = page[0]?.head;
    if (!head || previous.sequence < head.sequence) return broken(previous.sequence + 1n);
    if (previous.sequence > head.sequence) return broken(head.sequence + 1n);
    return previous.hash === head.hash ? { ok: true, entries: previous.sequence } : broken(head.sequence);
  }
}

const broken = (sequence: bigint) => ({ ok: false, reason: "broken", sequence }) as const;

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
