import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { openDocument } from "@/components/invoices/preview/open-document";

/** 200 dots per inch are sharp enough for office printers; an A4 page then has 4 million pixels. */
const DOTS_PER_POINT = 200 / 72;
/** More pages take too much memory on a phone; the browser's own viewer prints them. */
const MAX_PAGES = 30;

/**
 * Prints the pages of a PDF instead of the web page: in print, `print.css` shows only the drawn pages. They stay in the
 * document until the user leaves the web page, because a phone continues to print after `print` has returned. Throws
 * when the pages cannot be drawn.
 */
export async function printPages(href: string): Promise<void> {
  const loading = openDocument(href);
  try {
    const pages = await drawPages(await loading.promise);
    document.querySelector("[data-print-sheets]")?.remove();
    const sheets = document.createElement("div");
    sheets.dataset.printSheets = "";
    sheets.append(...pages);
    document.body.append(sheets);
  } finally {
    void loading.destroy();
  }
  window.print();
}

async function drawPages(pdf: PDFDocumentProxy): Promise<HTMLCanvasElement[]> {
  if (pdf.numPages > MAX_PAGES) throw new RangeError("Too many pages to draw for printing.");
  const canvases: HTMLCanvasElement[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: DOTS_PER_POINT });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport, intent: "print" }).promise;
    canvases.push(canvas);
  }
  return canvases;
}
