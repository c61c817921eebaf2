import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import type { Asker } from "@/lib/limits/turn";

/**
 * All fields of an invoice file that a person reads (parties, lines, VAT, totals), named after EN 16931; null for a file
 * without readable data. Runs off the main thread with the same limits as a deposit; throws `ParserBusyError`.
 */
export function readInvoiceContents(bytes: Uint8Array, asker: Asker): Promise<InvoiceContents | null> {
  return parseOffThread("contents", bytes, () => null, asker);
}
