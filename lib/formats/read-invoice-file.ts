import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import { parseOffThread } from "@/lib/formats/parse-off-thread";

/** 20 MB, the limit of a deposit. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * What a deposited file says: plain PDF, Factur-X or ZUGFeRD, Cross Industry Invoice, UBL Invoice or CreditNote,
 * told by its content alone, in the terms of EN 16931. The bytes are left as they are.
 *
 * Whatever the bytes, it answers: a reading, whose `problems` list the values that are missing or malformed,
 * or a refusal with its reason, within 5 s once its turn has come and in bounded memory, off the main thread.
 * It throws only when the parser itself cannot be started.
 */
export async function readInvoiceFile(bytes: Uint8Array): Promise<InvoiceReading> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, reason: "too_large" };
  return parseOffThread("reading", bytes, (reason) => ({ ok: false, reason }));
}
