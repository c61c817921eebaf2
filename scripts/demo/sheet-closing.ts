import { formatMoney } from "@/lib/money";
import { spacedIban } from "./french-formats";
import { EXEMPTION_REASON, type InvoiceSpec } from "./invoice-spec";
import type { InvoiceTotals } from "./invoice-totals";
import { mandateOf, paymentTermsOf } from "./payment-terms";
import { INK, SHEET, type SheetPen } from "./sheet-pen";
import { rateOf } from "./sheet-table";

/** The height needed below the last row for VAT breakdown, totals and payment. */
export const CLOSING_HEIGHT = 180;

const TOTALS_LEFT = 326;
const label = { size: 9.4, colour: INK.second } as const;
const figure = { size: 9.4, align: "right" } as const;
const heading = { size: 8.6, weight: "semibold", colour: INK.second } as const;

/** Draws the VAT breakdown on the left, the totals with the double rule on the right and the payment below. */
export function drawClosing(pen: SheetPen, spec: InvoiceSpec, totals: InvoiceTotals, top: number): void {
  const breakdownEnd = drawBreakdown(pen, spec, totals, top);
  const totalsEnd = drawTotals(pen, spec, totals, top);
  drawPayment(pen, spec, Math.max(breakdownEnd, totalsEnd) + 30);
}

function drawBreakdown(pen: SheetPen, spec: InvoiceSpec, totals: InvoiceTotals, top: number): number {
  const money = (minor: bigint) => formatMoney(minor, spec.currency, "fr");
  const headingRight = { ...heading, align: "right" } as const;
  pen.text(SHEET.left, top, "Taux de TVA", heading);
  pen.text(200, top, "Base HT", headingRight);
  pen.text(286, top, "Montant TVA", headingRight);
  pen.rule(top + 6, SHEET.left, 286, 0.5);
  let y = top + 19;
  for (const row of totals.vat) {
    pen.text(SHEET.left, y, row.category === "E" ? "Exonéré" : rateOf(row.rate), { size: 9.4 });
    pen.text(200, y, money(row.basisMinor), figure);
    pen.text(286, y, money(row.vatMinor), figure);
    pen.rule(y + 6, SHEET.left, 286, 0.5);
    y += 19;
  }
  if (totals.vat.some((row) => row.category === "E")) {
    pen.text(SHEET.left, y, `${EXEMPTION_REASON}.`, { size: 7.6, colour: INK.faint });
    y += 12;
  }
  return y;
}

function drawTotals(pen: SheetPen, spec: InvoiceSpec, totals: InvoiceTotals, top: number): number {
  const money = (minor: bigint) => formatMoney(minor, spec.currency, "fr");
  const rows: [string, bigint][] = [
    ["Total HT", totals.netMinor],
    ["Total TVA", totals.vatMinor],
  ];
  let y = top;
  for (const [name, minor] of rows) {
    pen.text(TOTALS_LEFT, y, name, label);
    pen.text(SHEET.right, y, money(minor), figure);
    pen.rule(y + 6, TOTALS_LEFT, SHEET.right, 0.5);
    y += 19;
  }
  const isCredit = spec.type === "credit_note";
  const strong = { size: 13, weight: "semibold" } as const;
  pen.text(TOTALS_LEFT, y + 5, isCredit ? "Total TTC en votre faveur" : "Total TTC à payer", {
    ...strong,
    size: 10.6,
  });
  pen.text(SHEET.right, y + 5, money(totals.grossMinor), { ...strong, align: "right" });
  pen.rule(y + 13, TOTALS_LEFT, SHEET.right, 0.9, INK.text);
  pen.rule(y + 15.6, TOTALS_LEFT, SHEET.right, 0.9, INK.text);
  return y + 18;
}

function drawPayment(pen: SheetPen, spec: InvoiceSpec, top: number): void {
  pen.text(SHEET.left, top, "Règlement", heading);
  let y = pen.paragraph(SHEET.left, top + 15, paymentTermsOf(spec), 236, 13, { size: 9.4 });
  for (const line of paymentDetails(spec)) {
    pen.text(SHEET.left, y, line, { size: 8.6, colour: INK.second });
    y += 12.5;
  }
  if (spec.notes.length === 0) return;
  const width = SHEET.right - TOTALS_LEFT;
  pen.text(TOTALS_LEFT, top, "À noter", heading);
  let next = top + 15;
  for (const note of spec.notes) {
    next = pen.paragraph(TOTALS_LEFT, next, note, width, 12.5, { size: 8.6 });
  }
}

function paymentDetails(spec: InvoiceSpec): string[] {
  if (spec.type === "credit_note") return [];
  return spec.payment === "direct_debit"
    ? [`Mandat ${mandateOf(spec)} · ICS ${spec.seller.creditorId}`]
    : [`IBAN ${spacedIban(spec.seller.iban)}`, `BIC ${spec.seller.bic} · motif : ${spec.number}`];
}
