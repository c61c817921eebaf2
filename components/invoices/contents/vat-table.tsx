import { getLocale, getTranslations } from "next-intl/server";
import { formatAmount } from "@/components/invoices/contents/format-amount";
import { isVatCategory } from "@/components/invoices/contents/vat-category";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { formatDecimal } from "@/lib/money";

/** The VAT breakdown: taxable amount and tax for each rate or category (BG-23). */
export async function VatTable({ contents }: { contents: InvoiceContents }) {
  const [locale, t, lines] = await Promise.all([
    getLocale(),
    getTranslations("invoice.readable"),
    getTranslations("invoice.lines"),
  ]);
  const { vatBreakdown, currency } = contents;
  if (vatBreakdown.length === 0) return null;
  const amount = (decimal: string | null) =>
    decimal === null ? "–" : formatAmount(decimal, currency, locale);
  return (
    <table className="contents-table" aria-label={t("vat")}>
      <thead>
        <tr>
          <th scope="col" className="name">
            {t("vatRate")}
          </th>
          <th scope="col">{t("taxable")}</th>
          <th scope="col" className="amount">
            {t("tax")}
          </th>
        </tr>
      </thead>
      <tbody>
        {vatBreakdown.map(({ category, rate, taxable, tax, exemption }, index) => (
          <tr key={index}>
            <th scope="row" className="name">
              {rate !== null && /[1-9]/.test(rate)
                ? lines("rate", { rate: formatDecimal(rate, locale, 0) })
                : isVatCategory(category)
                  ? lines(`vatCategories.${category}`)
                  : "–"}
              {exemption !== null && <small className="block text-1 text-ink-2">{exemption}</small>}
            </th>
            <td>{amount(taxable)}</td>
            <td className="amount">{amount(tax)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
