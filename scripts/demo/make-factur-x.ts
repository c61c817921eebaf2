import { drawSheet } from "./draw-sheet";
import type { InvoiceSpec } from "./invoice-spec";
import { makeCii } from "./make-cii";
import { framePdf, type PdfAttachment, sheetFonts } from "./pdf-frame";
import { randomBytes } from "./seeded-random";
import { xmpFactsOf } from "./xmp-packet";

/**
 * Makes a Factur-X 1.0 PDF (profile EN 16931): readable pages and `factur-x.xml`. `annexBytes` adds an incompressible
 * attachment of this size, for tests and benchmarks that need files of a certain size.
 */
export async function makeFacturX(
  spec: InvoiceSpec,
  options: { annexBytes?: number } = {},
): Promise<Uint8Array> {
  const attachments: PdfAttachment[] = [
    {
      name: "factur-x.xml",
      description: "Données de la facture",
      mediaType: "text/xml",
      relationship: "Alternative",
      bytes: makeCii(spec),
    },
  ];
  if (options.annexBytes !== undefined) {
    attachments.unshift({
      name: "annexe.bin",
      description: "Annexe",
      mediaType: "application/octet-stream",
      relationship: "Supplement",
      bytes: randomBytes(spec.number, options.annexBytes),
    });
  }
  const facts = { ...xmpFactsOf(spec), xmlName: "factur-x.xml" };
  return framePdf(drawSheet(spec, await sheetFonts()), facts, attachments);
}
