import { CII_PATHS } from "@/lib/formats/cii-paths";
import type { InvoicePaths } from "@/lib/formats/invoice-paths";
import type { FormatProblem, InvoiceFields } from "@/lib/formats/invoice-reading";
import type { InvoiceSyntax } from "@/lib/formats/invoice-syntax";
import { mapLines } from "@/lib/formats/map-lines";
import { mapParty } from "@/lib/formats/map-party";
import { mapPayment } from "@/lib/formats/map-payment";
import { mapVat } from "@/lib/formats/map-vat";
import { readDueDates } from "@/lib/formats/read-due-dates";
import { UBL_PATHS } from "@/lib/formats/ubl-paths";
import { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

/** UNTDID 1001 codes that are credit notes in EN 16931. */
const CREDIT_NOTE_CODES = new Set("81 83 261 262 296 308 381 396 420 458 502 503 532".split(" "));

const MAX_PRECEDING = 100;

/** Maps an invoice of either syntax to EN 16931 terms. Only the paths differ; terms and checks are the same. */
export function mapInvoice(
  root: XmlElement,
  syntax: InvoiceSyntax,
): { profile: string | null; fields: InvoiceFields; problems: FormatProblem[] } {
  const paths = syntax === "cii" ? CII_PATHS : UBL_PATHS;
  const check = new ValueChecker();
  const read = (path: string) => readText(root, path);

  const currency = check.currency(read(paths.currency), {
    field: "currency",
    term: "BT-5",
    isRequired: true,
  });
  const amount = (
    field: "totalWithoutVat" | "totalWithVat" | "amountDue",
    term: string,
    isRequired = false,
  ) => check.amount(readAmount(root, paths[field], currency), currency, { field, term, isRequired });
  const typeCode = check.text(read(paths.typeCode), { field: "typeCode", term: "BT-3", isRequired: true });
  const totalWithVat = amount("totalWithVat", "BT-112", true);
  const isCredit =
    syntax === "ubl-credit-note" || CREDIT_NOTE_CODES.has(typeCode ?? "") || isNegative(totalWithVat);

  const { dueOn, all: dueDates } = readDueDates(root, paths.dueOn, check);

  const fields: InvoiceFields = {
    number: check.text(read(paths.number), { field: "number", term: "BT-1", isRequired: true }),
    issuedOn: check.date(read(paths.issuedOn), { field: "issuedOn", term: "BT-2", isRequired: true }),
    typeCode,
    type: isCredit ? "credit_note" : "invoice",
    currency,
    dueOn,
    dueDates,
    buyerReference: check.text(read(paths.buyerReference), { field: "buyerReference", term: "BT-10" }),
    precedingInvoices: mapPreceding(root, paths, check),
    totalWithoutVat: amount("totalWithoutVat", "BT-109"),
    totalWithVat,
    amountDue: amount("amountDue", "BT-115"),
    vat: mapVat(root, paths, currency, check),
    payment: mapPayment(root, paths, check),
    seller: mapParty(root, paths, "seller", check),
    buyer: mapParty(root, paths, "buyer", check),
    ...mapLines(root, paths, check),
  };
  return { profile: read(paths.profile)?.slice(0, 300) ?? null, fields, problems: check.problems };
}

/** CII may also give a total in the accounting currency; the one in the invoice's currency is used. */
function readAmount(root: XmlElement, path: string, currency: string | null): string | null {
  const amounts = select(root, path);
  const own = amounts.find((element) => readText(element, "@currencyID") === currency) ?? amounts[0];
  return own ? readText(own, "") : null;
}

function mapPreceding(root: XmlElement, { preceding }: InvoicePaths, check: ValueChecker) {
  return select(root, preceding.each)
    .slice(0, MAX_PRECEDING)
    .flatMap((reference) => {
      const number = check.text(readText(reference, preceding.number), {
        field: "precedingInvoices.number",
        term: "BT-25",
      });
      const issuedOn = check.date(readText(reference, preceding.issuedOn), {
        field: "precedingInvoices.issuedOn",
        term: "BT-26",
      });
      return number === null ? [] : [{ number, issuedOn }];
    });
}

function isNegative(amount: string | null): boolean {
  return amount !== null && /^-.*[1-9]/.test(amount);
}
