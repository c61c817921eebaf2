import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { parseOffThread } from "@/lib/formats/parse-off-thread";

/**
 * Everything a person reads in an invoice file (parties, lines, VAT, totals) in the terms of EN 16931; null where the
 * file holds no data, or none that can be read. Bounded in time and memory, off the main thread, like a deposit's reading.
 */
export function readInvoiceContents(bytes: Uint8Array): Promise<InvoiceContents | null> {
  return parseOffThread("contents", bytes, () => null);
}
