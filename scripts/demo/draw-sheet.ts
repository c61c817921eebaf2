import type { InvoiceSpec } from "./invoice-spec";
import { totalsOf } from "./invoice-totals";
import type { SheetFonts } from "./pdf-frame";
import { CLOSING_HEIGHT, drawClosing } from "./sheet-closing";
import { drawContinuation, drawFooter, drawHeading } from "./sheet-heading";
import { SheetPen } from "./sheet-pen";
import { drawRow, drawTableHead, rowHeight, tableColumns } from "./sheet-table";

const BOTTOM = 742;

/** Draws the pages of an invoice as PDF content streams: one page, or more if a fleet's lines do not fit. */
export function drawSheet(spec: InvoiceSpec, fonts: SheetFonts): string[] {
  const totals = totalsOf(spec);
  const columns = tableColumns(spec);
  const pages = [new SheetPen(fonts)];
  let pen = pages[0] as SheetPen;
  let y = drawTableHead(pen, columns, drawHeading(pen, spec));
  const turnPage = () => {
    pen = new SheetPen(fonts);
    pages.push(pen);
    return drawContinuation(pen, spec);
  };
  spec.lines.forEach((line, index) => {
    if (y + rowHeight(line, columns) > BOTTOM) y = drawTableHead(pen, columns, turnPage());
    y = drawRow(pen, columns, line, totals.lineNetMinor[index] ?? 0n, spec.currency, y);
  });
  if (y + CLOSING_HEIGHT > BOTTOM) y = turnPage();
  drawClosing(pen, spec, totals, y + 28);
  pages.forEach((page, index) => drawFooter(page, spec, index + 1, pages.length));
  return pages.map((page) => page.content());
}
