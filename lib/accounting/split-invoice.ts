import { vatKey, type VatRate, vatRateOf } from "@/lib/exports/vat-rates";
import type { Minor } from "@/lib/money";
import type { LineKind } from "./accounting-settings";
import { lineKind } from "./line-kind";
import { fineInMinor, inFineUnits, shareOut } from "./shares";

/** What the portal knows of a document for its entry: from the deposit, with the original's sign. */
export interface BookedInvoice {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: string;
  dueOn: string | null;
  currency: string;
  sellerName: string;
  /** -1 when the amounts of the original have the opposite sign of the one used in sums. */
  sign: number;
  totalWithVatMinor: Minor;
  totalWithoutVatMinor: Minor | null;
  contracts: readonly string[];
  vehicles: readonly string[];
  vat: readonly { category: string | null; rate: string | null; baseMinor: Minor; taxMinor: Minor }[];
  lines: readonly BookedLine[];
}

export interface BookedLine {
  name: string | null;
  netAmount: string | null;
  vatCategory: string | null;
  vatRate: string | null;
  contract: string | null;
  vehicle: string | null;
}

/** A part of the amount without VAT, with its share of the VAT. Amounts have the sign used in sums. */
export interface Part {
  kind: LineKind | null;
  contract: string | null;
  vehicle: string | null;
  netMinor: Minor;
  taxMinor: Minor;
  /** Null when the rates were not given. */
  vat: VatRate | null;
  /** Why nobody can tell what this part is for. */
  gap: "no_lines" | "no_kind" | "not_on_lines" | null;
}

/** The parts of a document. Their sum with `restMinor` is the total with VAT, to the last digit. */
interface SplitInvoice {
  parts: Part[];
  /** Tax whose rate was not given. */
  taxOfUnknownRateMinor: Minor;
  /** What is left between the total and its parts, or all of it when only the total is known. */
  restMinor: Minor;
  isTotalOnly: boolean;
}

/**
 * Splits a document into parts by line and rate of VAT. The amounts by rate (BG-23) and the totals are the invoice's
 * own and are never computed again: the lines only say how each is shared out. What the lines do not explain, such as
 * an allowance on the whole document (BG-20), is a part of its own.
 */
export function splitInvoice(invoice: BookedInvoice): SplitInvoice {
  const sign = BigInt(invoice.sign);
  const gross = invoice.totalWithVatMinor * sign;
  if (invoice.vat.length > 0) {
    const parts = amountsByRate(invoice).flatMap(({ vat, base, tax }) =>
      partsOfRate(invoice, vat, base, tax),
    );
    return { parts, taxOfUnknownRateMinor: 0n, restMinor: gross - sumOf(parts), isTotalOnly: false };
  }
  if (invoice.totalWithoutVatMinor === null)
    return { parts: [], taxOfUnknownRateMinor: 0n, restMinor: gross, isTotalOnly: true };
  const net = invoice.totalWithoutVatMinor * sign;
  return {
    parts: partsOfLines(invoice, invoice.lines, net, 0n, null),
    taxOfUnknownRateMinor: gross - net,
    restMinor: 0n,
    isTotalOnly: false,
  };
}

/** The base and the tax of each rate once: some files give a rate in several rows. */
function amountsByRate({ vat, sign }: BookedInvoice): { vat: VatRate; base: Minor; tax: Minor }[] {
  const rates = new Map<string, { vat: VatRate; base: Minor; tax: Minor }>();
  for (const { baseMinor, taxMinor, ...row } of vat) {
    const rate = vatRateOf(row);
    const known = rates.get(vatKey(rate)) ?? { vat: rate, base: 0n, tax: 0n };
    known.base += baseMinor * BigInt(sign);
    known.tax += taxMinor * BigInt(sign);
    rates.set(vatKey(rate), known);
  }
  return [...rates.values()];
}

const sumOf = (parts: readonly Part[]): Minor =>
  parts.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0n);

function partsOfRate(invoice: BookedInvoice, vat: VatRate, base: Minor, tax: Minor): Part[] {
  const lines = invoice.lines.filter(
    ({ vatCategory, vatRate }) =>
      (vatCategory !== null || vatRate !== null) &&
      vatKey(vatRateOf({ category: vatCategory, rate: vatRate })) === vatKey(vat),
  );
  return partsOfLines(invoice, lines, base, tax, vat);
}

/** Shares out the base and the tax of one rate over its lines. */
function partsOfLines(
  invoice: BookedInvoice,
  lines: readonly BookedLine[],
  base: Minor,
  tax: Minor,
  vat: VatRate | null,
): Part[] {
  const counted = lines.filter(({ netAmount }) => netAmount !== null);
  if (counted.length === 0) {
    const subject = { contract: onlyOne(invoice.contracts), vehicle: onlyOne(invoice.vehicles) };
    const gap = invoice.lines.length === 0 ? ("no_lines" as const) : ("not_on_lines" as const);
    return [{ kind: null, ...subject, netMinor: base, taxMinor: tax, vat, gap }];
  }
  const weights = counted.map(
    ({ netAmount }) => inFineUnits(netAmount ?? "0", invoice.currency) * BigInt(invoice.sign),
  );
  const ofLines = fineInMinor(weights.reduce((sum, weight) => sum + weight, 0n));
  // Roundings of lines are less than a unit each; a greater difference is an allowance or a charge on the document.
  const isRounding = absolute(base - ofLines) <= BigInt(counted.length);
  const net = isRounding ? base : ofLines;
  const nets = shareOut(net, weights) ?? weights.map(fineInMinor);
  const rest = base - nets.reduce((sum, one) => sum + one, 0n);
  const taxes = shareOut(tax, [...nets, rest]) ?? [...nets.map(() => 0n), tax];
  const parts = counted.map((line, at): Part => {
    const kind = lineKind(line.name);
    return {
      kind,
      contract: line.contract ?? onlyOne(invoice.contracts),
      vehicle: line.vehicle ?? onlyOne(invoice.vehicles),
      netMinor: nets[at] ?? 0n,
      taxMinor: taxes[at] ?? 0n,
      vat,
      gap: kind === null ? "no_kind" : null,
    };
  });
  const taxOfRest = taxes.at(-1) ?? 0n;
  if (rest === 0n && taxOfRest === 0n) return parts;
  const subject = { contract: onlyOne(invoice.contracts), vehicle: onlyOne(invoice.vehicles) };
  return [
    ...parts,
    { kind: null, ...subject, netMinor: rest, taxMinor: taxOfRest, vat, gap: "not_on_lines" },
  ];
}

const onlyOne = (list: readonly string[]): string | null => (list.length === 1 ? (list[0] ?? null) : null);
const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
