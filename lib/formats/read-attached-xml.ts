import { parseOffThread } from "@/lib/formats/parse-off-thread";

/** The invoice XML inside a hybrid PDF: its name and its exact bytes; null where there is none. Bounded like a reading. */
export function readAttachedXml(bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  return parseOffThread("attachment", bytes, () => null);
}
