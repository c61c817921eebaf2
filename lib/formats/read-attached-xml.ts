import { parseOffThread } from "@/lib/formats/parse-off-thread";

/**
 * The invoice XML inside a hybrid PDF: name and exact bytes; null when there is none. Same
 * limits as a deposit; throws `ParserBusyError`.
 */
export function readAttachedXml(bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  return parseOffThread("attachment", bytes, () => null);
}
