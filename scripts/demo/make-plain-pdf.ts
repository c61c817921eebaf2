import { drawSheet } from "./draw-sheet";
import type { InvoiceSpec } from "./invoice-spec";
import { framePdf, sheetFonts } from "./pdf-frame";
import { xmpFactsOf } from "./xmp-packet";

/** The pages of `makeFacturX` without any data inside: what a supplier without Factur-X sends. */
export async function makePlainPdf(spec: InvoiceSpec): Promise<Uint8Array> {
  return framePdf(drawSheet(spec, await sheetFonts()), xmpFactsOf(spec), []);
}
