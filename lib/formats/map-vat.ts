import type { InvoicePaths } from "@/lib/formats/invoice-paths";
import type { InvoiceVat } from "@/lib/formats/invoice-reading";
import { isInCurrency } from "@/lib/formats/is-in-currency";
import type { ValueChecker } from "@/lib/formats/value-checker";
import { readText, select, type XmlElement } from "@/lib/formats/xml-element";

const MAX_RATES = 50;

/**
 * The VAT of the invoice by category and rate (BG-23). UBL may give it a second time in the accounting currency; only
 * the values in the invoice's currency are used. An incomplete breakdown would add up to the wrong tax, so it counts
 * as none.
 */
export function mapVat(
  root: XmlElement,
  { vat: paths }: InvoicePaths,
  currency: string | null,
  check: ValueChecker,
): InvoiceVat[] {
  const rows = select(root, paths.each)
    .filter((element) => isInCurrency(element, paths.tax, currency))
    .map((element) => ({
      category: check.text(readText(element, paths.category), { field: "vat.category", term: "BT-118" }),
      rate: check.decimal(readText(element, paths.rate), { field: "vat.rate", term: "BT-119" }),
      base: check.amount(readText(element, paths.base), currency, { field: "vat.base", term: "BT-116" }),
      tax: check.amount(readText(element, paths.tax), currency, { field: "vat.tax", term: "BT-117" }),
    }));
  return rows.length <= MAX_RATES && rows.every(isComplete) ? rows : [];
}

function isComplete(row: Record<keyof InvoiceVat, string | null>): row is InvoiceVat {
  return row.base !== null && row.tax !== null && (row.category !== null || row.rate !== null);
}
