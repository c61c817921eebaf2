import type { JoinedDocument } from "@/lib/formats/joined-documents";
import { parseOffThread } from "@/lib/formats/parse-off-thread";

/**
 * A document joined to an invoice, by its number in `ReadInvoice.joinedDocuments`, counted from 1; null when there is
 * none. Same limits as a deposit; throws `ParserBusyError`.
 */
export function readJoinedDocument(bytes: Uint8Array, number: number): Promise<JoinedDocument | null> {
  return parseOffThread("joined", bytes, () => null, { number });
}
