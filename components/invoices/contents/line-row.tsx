import { getTranslations } from "next-intl/server";
import { formatAmount, formatPrice } from "@/components/invoices/contents/format-amount";
import { isVatCategory } from "@/components/invoices/contents/vat-category";
import type { ContentsLine } from "@/lib/formats/invoice-contents";
import type { Locale } from "@/lib/languages";
import { formatDecimal } from "@/lib/money";

interface LineRowProps {
  line: ContentsLine;
  currency: string | null;
  locale: Locale;
  /** The names of the columns, repeated above each value on a phone. */
  labels: Readonly<Record<string, string>>;
}

/** Codes of UN/ECE Recommendation 20 used in a lessor's invoices. Other units are shown by their code. */
const UNITS = ["MON", "DAY", "HUR", "ANN", "WEE", "KMT", "LTR", "KGM", "MTR", "KWH"] as const;
/** Codes for « one » and « piece »: shown as a number without a unit. */
const PIECES = ["C62", "H87", "EA", "NAR", "XPP"];

export async function LineRow({ line, currency, locale, labels }: LineRowProps) {
  const t = await getTranslations("invoice.lines");
  const { id, name, description, quantity, unit, unitPrice, priceQuantity, vatCategory, vatRate } = line;
  const known = UNITS.find((one) => one === unit);
  const unitName =
    unit === null || PIECES.includes(unit) ? "" : `\u00a0${known ? t(`units.${known}`) : unit}`;
  const isPerMany = priceQuantity !== null && formatDecimal(priceQuantity, "en", 0) !== "1";
  const isTaxed = vatRate !== null && /[1-9]/.test(vatRate);
  return (
    <tr role="row" className="print:break-inside-avoid">
      <th role="rowheader" scope="row" className="name">
        {id !== null && <small className="text-1 text-ink-3">{id}</small>} {name ?? "–"}
        {description !== null && description !== name && (
          <span className="block text-ink-2">{description}</span>
        )}
      </th>
      <td role="cell" data-label={labels.quantity}>
        {quantity === null ? "–" : formatDecimal(quantity, locale, 0) + unitName}
      </td>
      <td role="cell" data-label={labels.unitPrice}>
        {unitPrice === null ? "–" : formatPrice(unitPrice, currency, locale)}
        {isPerMany && ` / ${formatDecimal(priceQuantity, locale, 0)}`}
      </td>
      <td role="cell" data-label={labels.vat}>
        {isTaxed
          ? t("rate", { rate: formatDecimal(vatRate, locale, 0) })
          : isVatCategory(vatCategory)
            ? t(`vatCategories.${vatCategory}`)
            : "–"}
      </td>
      <td role="cell" className="amount" data-label={labels.net}>
        {line.netAmount === null ? "–" : formatAmount(line.netAmount, currency, locale)}
      </td>
    </tr>
  );
}
