import { ownersOf } from "@/lib/access/owners";
import type { Viewer } from "@/lib/access/viewer";
import { readJoinedDocument } from "@/lib/formats/read-joined-document";
import { withTurn } from "@/lib/limits/take-turn";
import { sha256Hex } from "@/lib/sha256";
import { openOriginal, type ServedFile } from "./open-original";

/** The media types that EN 16931 allows for BT-125. Any other is sent as `application/octet-stream`. */
const MEDIA_TYPES = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.spreadsheet",
]);

/**
 * Opens a document that the supplier joined to the invoice (BG-24, or another file in its PDF), exactly as embedded.
 * `number` counts from 1. Null when the invoice is not the viewer's or has no such document. Throws `Busy` when too
 * many files are being read.
 */
export async function openJoinedDocument(
  viewer: Viewer,
  invoiceId: string,
  number: number,
): Promise<ServedFile | null> {
  if (!Number.isSafeInteger(number) || number < 1) return null;
  const original = await openOriginal(viewer, invoiceId);
  if (!original) return null;
  const asker = { owners: ownersOf(viewer) };
  const document = await withTurn("reading", asker, async () =>
    readJoinedDocument(
      new Uint8Array(await new Response(await original.read()).arrayBuffer()),
      number,
      asker,
    ),
  );
  if (!document) return null;
  // Copied, because the worker's bytes may be a part of a larger buffer.
  const bytes = new Uint8Array(document.bytes);
  return {
    sha256: sha256Hex(bytes),
    size: bytes.length,
    mediaType: MEDIA_TYPES.has(document.mediaType ?? "")
      ? (document.mediaType ?? "")
      : "application/octet-stream",
    fileName: document.name,
    read: async (range) => new Blob([range ? bytes.subarray(range.first, range.last + 1) : bytes]).stream(),
  };
}
