import { getLocale, getTranslations } from "next-intl/server";
import { countArguments } from "@/components/ui/count-arguments";
import type { RegisterTable } from "@/lib/invoices/register/register-table";
import { formatMoney } from "@/lib/money";

type RegisterTotalsProps = Pick<RegisterTable, "count" | "creditNotes" | "totals">;

/** The totals of all matching invoices, also of those on other pages: one row for each currency. */
export async function RegisterTotals({ count, creditNotes, totals }: RegisterTotalsProps) {
  if (totals.length === 0) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  return (
    <tfoot role="rowgroup">
      {totals.map(({ currency, withVatMinor, withoutVatMinor }) => (
        <tr role="row" key={currency}>
          <th role="rowheader" scope="row" colSpan={6}>
            {totals.length > 1
              ? t("totalIn", { ...countArguments(count), currency })
              : t(creditNotes === "all" ? "totalCreditNotes" : "total", countArguments(count))}
            {creditNotes === "some" && t("netOfCreditNotes")}
          </th>
          <td role="cell" className="untaxed">
            {withoutVatMinor !== null && formatMoney(withoutVatMinor, currency, locale)}
          </td>
          <td role="cell" className="total">
            <b className="total-figure">{formatMoney(withVatMinor, currency, locale)}</b>
          </td>
          <td role="cell" />
        </tr>
      ))}
    </tfoot>
  );
}
