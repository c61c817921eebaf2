import type { Viewer } from "@/lib/access/viewer";
import { readAttachedXml } from "@/lib/formats/read-attached-xml";
import { sha256Hex } from "@/lib/sha256";
import { openOriginal, type Original } from "./open-original";
import { withReadSlot } from "./read-slot";

/**
 * The invoice XML inside a hybrid PDF (Factur-X, ZUGFeRD), its bytes exactly as embedded, under its own name; null when
 * the invoice is not the viewer's or its original holds none.
 */
export async function openAttachedXml(viewer: Viewer, invoiceId: string): Promise<Original | null> {
  const original = await openOriginal(viewer, invoiceId);
  if (original?.mediaType !== "application/pdf") return null;
  const xml = await withReadSlot(async () =>
    readAttachedXml(new Uint8Array(await new Response(await original.read()).arrayBuffer())),
  );
  if (!xml) return null;
  // A copy of its own: what came from the worker may lie in a larger buffer.
  const bytes = new Uint8Array(xml.bytes);
  return {
    sha256: sha256Hex(bytes),
    size: bytes.length,
    mediaType: "application/xml",
    fileName: xml.name,
    read: async (range) => new Blob([range ? bytes.subarray(range.first, range.last + 1) : bytes]).stream(),
  };
}
