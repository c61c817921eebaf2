import { parseOffThread } from "@/lib/formats/parse-off-thread";
import type { Asker } from "@/lib/limits/turn";

/**
 * The invoice XML inside a hybrid PDF: name and exact bytes; null when there is none. Same limits as a deposit; throws
 * `ParserBusyError`, and `Busy` when `asker` gets no turn.
 */
export function readAttachedXml(
  bytes: Uint8Array,
  asker: Asker,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  return parseOffThread("attachment", bytes, () => null, asker);
}
