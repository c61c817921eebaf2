import { formatDate } from "@/lib/dates";
import { frenchSiren } from "./french-formats";
import { type InvoiceParty, type InvoiceSpec, LEGAL_NOTES } from "./invoice-spec";
import { INK, SHEET, type SheetPen } from "./sheet-pen";

const NBSP = "\u00a0";
const ADDRESS_WINDOW = 326;

/** Draws seller, title, facts and the buyer's address at the window of an envelope; returns the y of the table. */
export function drawHeading(pen: SheetPen, spec: InvoiceSpec): number {
  const { seller } = spec;
  pen.block(0, 0, SHEET.width, 5, seller.brandColour);
  pen.logo(SHEET.left, 40, 32, seller.brandColour, seller.logoPath);
  pen.text(SHEET.left + 43, 53, seller.name, { size: 15, weight: "semibold" });
  pen.text(SHEET.left + 43, 67, `${seller.street}, ${seller.postcode} ${seller.city}`, small);
  pen.text(SHEET.right, 57, titleOf(spec), { size: 23, weight: "semibold", align: "right" });
  pen.text(SHEET.right, 74, spec.number, { size: 11, weight: "semibold", align: "right" });
  const factsEnd = drawFacts(pen, spec, 118);
  const addressEnd = drawBuyer(pen, spec.buyer, 118);
  return Math.max(factsEnd, addressEnd) + 24;
}

/** Draws the heading of every page except the first; returns the y below it. */
export function drawContinuation(pen: SheetPen, spec: InvoiceSpec): number {
  pen.block(0, 0, SHEET.width, 5, spec.seller.brandColour);
  pen.text(SHEET.left, 52, spec.seller.name, { size: 11, weight: "semibold" });
  pen.text(SHEET.right, 52, `${titleOf(spec)} ${spec.number} (suite)`, { size: 9, align: "right" });
  return 78;
}

/** Draws the legal mentions, the seller's identity and the page number. */
export function drawFooter(pen: SheetPen, spec: InvoiceSpec, page: number, pages: number): void {
  const { seller } = spec;
  const fine = { size: 7.2, colour: INK.faint };
  const mentions = [...LEGAL_NOTES.map(({ text }) => text), "TVA acquittée sur les débits."];
  const width = SHEET.right - SHEET.left;
  pen.rule(760, SHEET.left, SHEET.right, 0.5);
  const next = pen.paragraph(SHEET.left, 772, nonBreaking(mentions.join(" ")), width, 9.6, fine);
  const identity = `${seller.name}, ${seller.legalForm} · SIREN ${frenchSiren(seller.siren)} · TVA ${seller.vatNumber} · ${seller.phone} · ${seller.email}`;
  pen.text(SHEET.left, next, nonBreaking(identity), fine);
  pen.text(SHEET.left, next + 14, "Document fictif, sans valeur comptable.", fine);
  const folio = `Page ${page} sur ${pages}`;
  pen.text(SHEET.right, next + 14, folio, { ...fine, align: "right" });
}

const small = { size: 8.6, colour: INK.second } as const;

function drawFacts(pen: SheetPen, spec: InvoiceSpec, top: number): number {
  let y = top;
  for (const [label, value] of factsOf(spec)) {
    pen.text(SHEET.left, y, label, small);
    pen.text(SHEET.left + 84, y, pen.truncate(value, 178, { size: 9.4 }), { size: 9.4 });
    y += 15;
  }
  return y;
}

function factsOf(spec: InvoiceSpec): [string, string][] {
  const { period, precedingInvoice: preceding } = spec;
  const day = (date: string) => formatDate(date, "fr");
  const rows: [string, string | undefined][] = [
    ["Date d’émission", day(spec.issuedOn)],
    ["Échéance", spec.dueOn && day(spec.dueOn)],
    ["N° client", spec.customerNumber],
    [spec.contracts.length > 1 ? "Contrats" : "Contrat", listed(spec.contracts)],
    [spec.plates.length > 1 ? "Véhicules" : "Véhicule", listed(spec.plates)],
    ["Période", period && `du ${day(period.startsOn)} au ${day(period.endsOn)}`],
    ["Facture d’origine", preceding && `${preceding.number} du ${day(preceding.issuedOn)}`],
  ];
  return rows.filter((row): row is [string, string] => !!row[1]);
}

function listed(values: string[]): string | undefined {
  return values.length > 2 ? `${values.length}, voir le détail` : values.join(", ") || undefined;
}

function drawBuyer(pen: SheetPen, buyer: InvoiceParty, top: number): number {
  const x = ADDRESS_WINDOW;
  const width = SHEET.right - x;
  pen.text(x, top, pen.truncate(buyer.name, width, strong), strong);
  const lines = [buyer.department, buyer.street, `${buyer.postcode} ${buyer.city}`].filter((l) => !!l);
  let y = top + 15;
  for (const line of lines) {
    pen.text(x, y, pen.truncate(line ?? "", width, { size: 9.8 }), { size: 9.8 });
    y += 14;
  }
  y += 4;
  if (buyer.siren !== undefined) pen.text(x, y, `SIREN ${frenchSiren(buyer.siren)}`, small);
  if (buyer.vatNumber !== undefined) pen.text(x, y + 12, `TVA ${buyer.vatNumber}`, small);
  return y + 26;
}

const strong = { size: 10.6, weight: "semibold" } as const;

function titleOf(spec: InvoiceSpec): string {
  return spec.type === "credit_note" ? "AVOIR" : "FACTURE";
}

/** Puts the French no-break spaces before colons, semicolons, € and %. */
function nonBreaking(text: string): string {
  return text.replace(/ ([:;€%])/g, `${NBSP}$1`);
}
