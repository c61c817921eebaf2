import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import type { Asker } from "@/lib/limits/turn";

/**
 * Reads a deposited file: plain PDF, Factur-X or ZUGFeRD, Cross Industry Invoice, UBL Invoice or CreditNote. The content
 * alone decides the format; the result uses EN 16931 terms. The bytes are not changed.
 *
 * Any bytes get an answer: a reading, whose `problems` list missing or malformed values, or a refusal with its reason,
 * in bounded memory and off the main thread. The work is limited by what the file makes it do, not by the clock. Throws
 * `ParserBusyError` when the server has no time, `Busy` when `asker` gets no turn, and when the parser cannot be started.
 */
export async function readInvoiceFile(
  bytes: Uint8Array,
  asker: Asker = { owners: [] },
): Promise<InvoiceReading> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > FILE_LIMIT_BYTES) return { ok: false, reason: "too_large" };
  return parseOffThread("reading", bytes, (reason) => ({ ok: false, reason }), asker);
}
