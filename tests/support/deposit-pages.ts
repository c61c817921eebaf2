import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { demo, type demoUser } from "./demo";
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
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(await pdf.save())]), `${number}.pdf`);
  const metadata = {
    customerNumber: user.customerNumber,
    number,
    issuedOn: today(),
    currency: "EUR",
    totalWithVat: "12.00",
  };
  form.set("metadata", JSON.stringify(metadata));
  const key = demo().supplierKeys[user.supplier ?? ""] ?? "";
  const response = await fetch(`${process.env.E2E_URL}/api/v1/invoices`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  const answer = (await response.json()) as { id?: string };
  if (!answer.id) throw new Error(`The deposit was refused: ${JSON.stringify(answer)}`);
  return answer.id;
}
