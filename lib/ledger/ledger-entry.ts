import { sha256Hex } from "@/lib/sha256";

/** One link of a supplier's chain. Digests are lower-case hexadecimal. */
export interface LedgerEntry {
  supplierId: string;
  /** 1, 2, 3 … without gaps. */
  sequence: bigint;
  kind: "deposited" | "withdrawn" | "removed";
  invoiceId: string;
  accountId: string;
  number: string;
  issuedOn: string;
  sha256: string;
  recordedAt: Date;
  previousHash: string;
}

/** The previous hash of a chain's first entry. */
export const GENESIS_HASH = "0".repeat(64);

/**
 * The hash of an entry: SHA-256 of the UTF-8 bytes of a JSON array, as `JSON.stringify` writes it (no spaces; RFC 8259
 * strings), of exactly these strings in this order:
 *
 *   "e-facture-ledger-1", supplier id, sequence in decimal, kind, invoice id, account id, invoice number, issue date
 *   (YYYY-MM-DD), SHA-256 of the original, instant of recording (RFC 3339, UTC, milliseconds), hash of the entry before
 *
 * Anybody can compute it with a JSON writer and SHA-256.
 */
export function ledgerHash(entry: LedgerEntry): string {
  return sha256Hex(
    JSON.stringify([
      "e-facture-ledger-1",
      entry.supplierId,
      entry.sequence.toString(),
      entry.kind,
      entry.invoiceId,
      entry.accountId,
      entry.number,
      entry.issuedOn,
      entry.sha256,
      entry.recordedAt.toISOString(),
      entry.previousHash,
    ]),
  );
}
