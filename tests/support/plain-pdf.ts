import { PDFDocument } from "@cantoo/pdf-lib";

/** A PDF of one page with one line of text and no invoice data. */
export async function plainPdf(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText(text, { x: 50, y: 700 });
  return document.save();
}
