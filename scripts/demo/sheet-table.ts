import { formatMoney } from "@/lib/money";
import { frenchDecimal } from "./french-formats";
import type { InvoiceLine, InvoiceSpec } from "./invoice-spec";
import { INK, SHEET, type SheetPen } from "./sheet-pen";

/** The right edges of the number columns, and whether lines name their vehicle. */
export interface TableColumns {
  quantity: number;
  unitPrice: number;
  vatRate: number;
  net: number;
  namesVehicles: boolean;
}

export function tableColumns(spec: InvoiceSpec): TableColumns {
  const namesVehicles = spec.plates.length > 1 || spec.contracts.length > 1;
  return { quantity: 348, unitPrice: 420, vatRate: 466, net: SHEET.right, namesVehicles };
}

const head = { size: 8.6, weight: "semibold", colour: INK.second } as const;
const cell = { size: 9.4 } as const;
const right = { ...cell, align: "right" } as const;

/** Draws the column titles; returns the y of the first row. */
export function drawTableHead(pen: SheetPen, columns: TableColumns, y: number): number {
  const headRight = { ...head, align: "right" } as const;
  pen.text(SHEET.left, y, "Désignation", head);
  pen.text(columns.quantity, y, "Quantité", headRight);
  pen.text(columns.unitPrice, y, "Prix unitaire HT", headRight);
  pen.text(columns.vatRate, y, "TVA", headRight);
  pen.text(columns.net, y, "Montant HT", headRight);
  pen.rule(y + 7, SHEET.left, SHEET.right, 0.9, INK.text);
  return y + 7;
}

export function rowHeight(line: InvoiceLine, columns: TableColumns): number {
  return columns.namesVehicles && line.vehicle !== undefined ? 29 : 21;
}

/** Draws one row; returns the y of the next row. */
export function drawRow(
  pen: SheetPen,
  columns: TableColumns,
  line: InvoiceLine,
  netMinor: bigint,
  currency: string,
  y: number,
): number {
  const baseline = y + 14;
  pen.text(SHEET.left, baseline, pen.truncate(line.description, 250, cell), cell);
  if (columns.namesVehicles && line.vehicle !== undefined) {
    const subject = [line.vehicle, line.contract].filter((part) => !!part).join(" · ");
    pen.text(SHEET.left, baseline + 10, subject, { size: 7.8, colour: INK.second });
  }
  pen.text(columns.quantity, baseline, quantityOf(line), right);
  pen.text(columns.unitPrice, baseline, frenchDecimal(line.unitPrice), right);
  pen.text(columns.vatRate, baseline, rateOf(line.vatRate), right);
  pen.text(columns.net, baseline, withoutSymbol(netMinor, currency), right);
  const bottom = y + rowHeight(line, columns);
  pen.rule(bottom, SHEET.left, SHEET.right, 0.5);
  return bottom;
}

/** Returns "20 %", or a dash for an exempt line. */
export function rateOf(rate: string): string {
  return rate === "0" ? "–" : `${frenchDecimal(rate)}\u00a0%`;
}

function quantityOf(line: InvoiceLine): string {
  const unit = line.unit === "kilometre" ? "\u00a0km" : line.unit === "month" ? "\u00a0mois" : "";
  return frenchDecimal(line.quantity) + unit;
}

function withoutSymbol(minor: bigint, currency: string): string {
  return formatMoney(minor, currency, "fr").replace(/\u00a0\D+$/, "");
}
