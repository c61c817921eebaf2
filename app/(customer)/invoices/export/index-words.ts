import { getLocale, getTranslations } from "next-intl/server";
import { type ColumnName, INDEX_COLUMNS, type IndexWords } from "@/lib/exports/index-columns";
import type { VatRate } from "@/lib/exports/vat-rates";
import { formatDecimal } from "@/lib/money";

/** Returns the texts of an index in the user's language. */
export async function indexWords(): Promise<IndexWords> {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("export"),
    getTranslations("trade"),
  ]);
  const titleOf = (name: ColumnName): string => {
    if (name === "contracts") return trade("contract.other");
    return name === "vehicles" ? trade("vehicle.other") : t(`columns.${name}`);
  };
  const columns = INDEX_COLUMNS.map(({ name }) => [name, titleOf(name)] as const);
  const vatRate = (rate: VatRate) =>
    rate.kind === "rate"
      ? t("vat.rate", { rate: formatDecimal(rate.rate, locale, 0) })
      : t(`vat.untaxed.${rate.category}`);
  return {
    sheet: t("sheet"),
    columns: Object.fromEntries(columns) as Record<ColumnName, string>,
    type: { invoice: t("type.invoice"), credit_note: t("type.credit_note") },
    legalRole: { original: t("legalRole.original"), duplicate: t("legalRole.duplicate") },
    payment: { debit: t("payment.debit"), transfer: t("payment.transfer") },
    originalSign: { positive: t("originalSign.positive"), negative: t("originalSign.negative") },
    vatRate,
    vatNotGiven: t("vat.notGiven"),
    vatBase: (rate) => t("vat.base", { rate: vatRate(rate) }),
    vatTax: (rate) => t("vat.tax", { rate: vatRate(rate) }),
  };
}
