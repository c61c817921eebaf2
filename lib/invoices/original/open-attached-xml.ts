import { ownersOf } from "@/lib/access/owners";
import type { Viewer } from "@/lib/access/viewer";
import { readAttachedXml } from "@/lib/formats/read-attached-xml";
import { withTurn } from "@/lib/limits/take-turn";
import { sha256Hex } from "@/lib/sha256";
import { openOriginal, type Original } from "./open-original";

/**
 * Opens the invoice XML of a hybrid PDF (Factur-X, ZUGFeRD): the bytes exactly as embedded. The name of the original comes
 * before the embedded one, because most of them are `factur-x.xml`. Null when the invoice is not the viewer's or its
 * original contains no XML.
 */
export async function openAttachedXml(viewer: Viewer, invoiceId: string): Promise<Original | null> {
  const original = await openOriginal(viewer, invoiceId);
  if (original?.mediaType !== "application/pdf") return null;
  const asker = { owners: ownersOf(viewer) };
  const xml = await withTurn("reading", asker, async () =>
    readAttachedXml(new Uint8Array(await new Response(await original.read()).arrayBuffer()), asker),
  );
  if (!xml) return null;
  // Copied, because the worker's bytes may be a part of a larger buffer.
  const bytes = new Uint8Array(xml.bytes);
  return {
    sha256: sha256Hex(bytes),
    size: bytes.length,
    mediaType: "application/xml",
    fileName: `${original.fileName.replace(/\.pdf$/, "")}_${xml.name}`,
    read: async (range) => new Blob([range ? bytes.subarray(range.first, range.last + 1) : bytes]).stream(),
  };
}
