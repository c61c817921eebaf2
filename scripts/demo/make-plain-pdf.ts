import { drawSheet } from "./draw-sheet";
import type { InvoiceSpec } from "./invoice-spec";
import { framePdf, sheetFonts } from "./pdf-frame";
import { xmpFactsOf } from "./xmp-packet";

/** Makes the PDF of `makeFacturX` without the XML, as a supplier without Factur-X sends it. */
export async function makePlainPdf(spec: InvoiceSpec): Promise<Uint8Array> {
  return framePdf(drawSheet(spec, await sheetFonts()), xmpFactsOf(spec), []);
}
