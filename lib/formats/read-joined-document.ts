import type { JoinedDocument } from "@/lib/formats/joined-documents";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import type { Asker } from "@/lib/limits/turn";

/**
 * A document joined to an invoice, by its number in `ReadInvoice.joinedDocuments`, counted from 1; null when there is
 * none. Same limits as a deposit; throws `ParserBusyError`, and `Busy` when `asker` gets no turn.
 */
export function readJoinedDocument(
  bytes: Uint8Array,
  number: number,
  asker: Asker,
): Promise<JoinedDocument | null> {
  return parseOffThread("joined", bytes, () => null, asker, { number });
}
