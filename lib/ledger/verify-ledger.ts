import { ledgerEntries } from "@/db/schema/ledger";
import { withViewer } from "@/lib/auth/with-viewer";
import type { Viewer } from "@/lib/auth/viewer";
import { and, asc, eq, gt } from "drizzle-orm";
import { GENESIS_HASH, ledgerHash } from "./ledger-entry";

const PAGE = 5_000;

/** Walks a supplier's chain from its start; tells how long it is, or the first sequence that does not follow. */
export async function verifyLedger(
  viewer: Viewer,
  supplierId: string,
): Promise<{ ok: true; entries: bigint } | { ok: false; reason: "broken"; sequence: bigint }> {
  let previous = { sequence: 0n, hash: GENESIS_HASH };
  for (;;) {
    const page = await withViewer(viewer, (tx) =>
      tx
        .select({
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
        })
        .from(ledgerEntries)
        .where(and(eq(ledgerEntries.supplierId, supplierId), gt(ledgerEntries.sequence, previous.sequence)))
        .orderBy(asc(ledgerEntries.sequence))
        .limit(PAGE),
    );
    for (const entry of page) {
      const follows = entry.sequence === previous.sequence + 1n && entry.previousHash === previous.hash;
      if (!follows || ledgerHash(entry) !== entry.hash)
        return { ok: false, reason: "broken", sequence: previous.sequence + 1n };
      previous = entry;
    }
    if (page.length < PAGE) return { ok: true, entries: previous.sequence };
  }
}
