import { CII_CONTENTS, type ContentsPaths, UBL_CONTENTS } from "@/lib/formats/contents-paths";
import {
  type ContentsLine,
  type ContentsParty,
  type InvoiceContents,
  MAX_LINES,
} from "@/lib/formats/invoice-contents";
import type { InvoiceSyntax } from "@/lib/formats/invoice-syntax";
import { isInCurrency } from "@/lib/formats/is-in-currency";
import { readDueDates } from "@/lib/formats/read-due-dates";
import { compact, isSiren } from "@/lib/formats/siren";
import { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

const LONGEST_TEXT = 2_000;
const MAX_REPETITIONS = 50;
/** BT-21 in UBL: the subject of a note, written in front of it (CEN/TS 16931-3-2). */
const SUBJECT_CODE = /^#[A-Z]{3}#/;

/** Maps an invoice of either syntax to the fields that a person reads. */
export function mapContents(root: XmlElement, syntax: InvoiceSyntax): InvoiceContents {
  const paths = syntax === "cii" ? CII_CONTENTS : UBL_CONTENTS;
  const currency = text(root, paths.currency);
  const { allowance, totals, vat } = paths;
  const lines = select(root, paths.lines);
  return {
    currency,
    notes: select(root, paths.notes)
      .slice(0, MAX_REPETITIONS)
      .flatMap((note) => text(note, "")?.replace(SUBJECT_CODE, "") ?? []),
    orderReference: text(root, paths.orderReference),
    buyerReference: text(root, paths.buyerReference),
    externalDocuments: select(root, paths.externalDocuments)
      .slice(0, MAX_REPETITIONS)
      .flatMap((location) => text(location, "") ?? []),
    dueDates: readDueDates(root, paths.dueOn, new ValueChecker()).all,
    deliveredOn: date(root, paths.deliveredOn),
    period: { from: date(root, paths.periodFrom), to: date(root, paths.periodTo) },
    seller: mapParty(root, paths.seller, paths),
    buyer: mapParty(root, paths.buyer, paths),
    lines: lines.slice(0, MAX_LINES).map((line) => mapLine(line, paths)),
    lineCount: lines.length,
    allowances: select(root, allowance.each)
      .slice(0, MAX_REPETITIONS)
      .map((each) => ({
        isCharge: text(each, allowance.isCharge) === "true",
        reason: text(each, allowance.reason),
        amount: decimal(each, allowance.amount),
      })),
    vatBreakdown: select(root, vat.each)
      .slice(0, MAX_REPETITIONS)
      .filter((each) => isInCurrency(each, vat.tax, currency))
      .map((each) => ({
        category: text(each, vat.category),
        rate: decimal(each, vat.rate),
        taxable: decimal(each, vat.base),
        tax: decimal(each, vat.tax),
        exemption: text(each, vat.exemption),
      })),
    totals: {
      lines: decimal(root, totals.lines),
      allowances: decimal(root, totals.allowances),
      charges: decimal(root, totals.charges),
      withoutVat: amountIn(root, totals.withoutVat, currency),
      vat: amountIn(root, totals.vat, currency),
      withVat: amountIn(root, totals.withVat, currency),
      prepaid: decimal(root, totals.prepaid),
      rounding: decimal(root, totals.rounding),
      due: decimal(root, totals.due),
    },
    paymentTerms: text(root, paths.paymentTerms),
    paymentAccount: text(root, paths.paymentAccount),
  };
}

function mapParty(root: XmlElement, path: string, paths: ContentsPaths): ContentsParty {
  const [party] = select(root, path);
  if (!party)
    return { name: null, address: [], country: null, legalId: null, legalIdKind: null, vatNumber: null };
  const town = [text(party, paths.postcode), text(party, paths.city)].filter((part) => part !== null);
  return {
    name: paths.party.name.map((name) => text(party, name)).find((name) => name !== null) ?? null,
    address: [
      ...paths.streets.map((street) => text(party, street)),
      town.length > 0 ? town.join(" ") : null,
    ].filter((part) => part !== null),
    country: text(party, paths.party.country),
    ...mapLegalId(text(party, paths.party.legalId)),
    vatNumber: text(party, paths.party.vatNumber),
  };
}

function mapLegalId(written: string | null): Pick<ContentsParty, "legalId" | "legalIdKind"> {
  const digits = compact(written ?? "");
  const isFrench = /^(\d{9}|\d{14})$/.test(digits) && isSiren(digits.slice(0, 9));
  if (!isFrench) return { legalId: written, legalIdKind: null };
  return { legalId: digits, legalIdKind: digits.length === 9 ? "siren" : "siret" };
}

function mapLine(line: XmlElement, { line: paths }: ContentsPaths): ContentsLine {
  return {
    id: text(line, paths.id),
    name: text(line, paths.name),
    description: text(line, paths.description),
    quantity: decimal(line, paths.quantity),
    unit: text(line, paths.unit),
    unitPrice: decimal(line, paths.unitPrice),
    priceQuantity: decimal(line, paths.priceQuantity),
    vatCategory: text(line, paths.vatCategory),
    vatRate: decimal(line, paths.vatRate),
    netAmount: decimal(line, paths.netAmount),
  };
}

const text = (from: XmlElement, path: string) => readText(from, path)?.slice(0, LONGEST_TEXT) ?? null;

const decimal = (from: XmlElement, path: string) =>
  new ValueChecker().decimal(readText(from, path), { field: "", term: "" });

const date = (from: XmlElement, path: string) =>
  new ValueChecker().date(readText(from, path), { field: "", term: "" });

/** A total may also be given in the accounting currency; the one in the invoice's currency is used. */
function amountIn(root: XmlElement, path: string, currency: string | null): string | null {
  const amounts = select(root, path);
  const own = amounts.find((amount) => readText(amount, "@currencyID") === currency) ?? amounts[0];
  return own ? decimal(own, "") : null;
}
