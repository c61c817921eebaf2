import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { demoUser } from "./demo";
import { depositFile } from "./deposit-file";
import { today } from "./test-days";

/**
 * Deposits, through the API, a PDF of `pages` numbered pages, for the user's account; returns its id.
 * `ballast` makes the file larger and is not visible.
 */
export async function depositPages(
  user: ReturnType<typeof demoUser>,
  number: string,
  pages: number,
  ballast?: Uint8Array,
): Promise<string> {
  const pdf = await PDFDocument.create();
  // The font is not embedded, so the preview needs one from the portal.
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    pdf.addPage([595, 842]).drawText(`Feuillet ${page} de ${number}`, { x: 72, y: 700, size: 18, font });
  if (ballast) pdf.context.register(pdf.context.stream(ballast));
  const metadata = {
    number,
    issuedOn: today(),
    currency: "EUR",
    totalWithVat: "12.00",
  };
  return depositFile(user, { bytes: await pdf.save(), fileName: `${number}.pdf` }, metadata);
}
