import type { InvoiceVat } from "@/lib/formats/invoice-reading";
import { type Minor, parseDecimal, plainDecimal, toDecimal } from "@/lib/money";
import type { DepositMetadata } from "./deposit-metadata";
import { contradiction, type DepositProblem } from "./deposit-problem";

/** The VAT of a document for one category and rate, with the original's sign. */
export interface DepositVat {
  /** BT-118, UNCL 5305; null when only a rate is known. */
  category: string | null;
  /** BT-119, in percent, written in one way: "20", "5.5". */
  rate: string | null;
  baseMinor: Minor;
  taxMinor: Minor;
}

/** The VAT by category and rate, from the file or, where it has none, from the metadata; they must not differ. */
export function establishVat(
  inFile: readonly InvoiceVat[],
  inMetadata: NonNullable<DepositMetadata["vat"]>,
  currency: string | null,
  problems: DepositProblem[],
): DepositVat[] {
  if (currency === null) return [];
  const file = inFile.flatMap((row) => inMinor(row, currency) ?? []);
  const metadata = inMetadata.map(({ category = null, rate, base, amount }) =>
    inMinor({ category, rate, base, tax: amount }, currency),
  );
  const known = metadata.filter((row) => row !== null);
  if (known.length < metadata.length)
    problems.push({
      type: "field_invalid",
      field: "vat",
      detail: `An amount of vat has more decimals than ${currency}.`,
    });
  if (file.length === 0) return known;
  const [said, given] = [file, known].map((rows) => written(rows, currency));
  if (known.length > 0 && said !== given) problems.push(contradiction("vat", said ?? "", given ?? ""));
  return file;
}

function inMinor({ category, rate, base, tax }: InvoiceVat, currency: string): DepositVat | null {
  const [baseMinor, taxMinor] = [parseDecimal(base, currency), parseDecimal(tax, currency)];
  if (baseMinor === null || taxMinor === null) return null;
  return { category, rate: rate && plainDecimal(rate), baseMinor, taxMinor };
}

/** The rows in words, sorted: "20 % of 1000.00: 200.00". A missing rate counts as a rate of zero. */
function written(rows: readonly DepositVat[], currency: string): string {
  return rows
    .map(
      ({ rate, baseMinor, taxMinor }) =>
        `${rate ?? "0"} % of ${toDecimal(baseMinor, currency)}: ${toDecimal(taxMinor, currency)}`,
    )
    .sort()
    .join(", ");
}
