import { getLocale, getTranslations } from "next-intl/server";
import type { RegisterTotal } from "@/components/invoices/register/register-list";
import type { Count } from "@/components/ui/amount";
import { countArguments } from "@/components/ui/count-arguments";
import { formatMoney } from "@/lib/money";

interface RegisterTotalsProps {
  count: Count;
  /** Whether credit notes are among them, taken away in every total, or are all there is. */
  creditNotes: "none" | "some" | "all";
  totals: readonly RegisterTotal[];
}

/** The last line: everything that matches, also what other pages list, a line per currency. */
export async function RegisterTotals({ count, creditNotes, totals }: RegisterTotalsProps) {
  if (totals.length === 0) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  return (
    <tfoot role="rowgroup">
      {totals.map(({ withVat, withoutVat }) => (
        <tr role="row" key={withVat.currency}>
          <th role="rowheader" scope="row" colSpan={6}>
            {totals.length > 1
              ? t("totalIn", { ...countArguments(count), currency: withVat.currency })
              : t(creditNotes === "all" ? "totalCreditNotes" : "total", countArguments(count))}
            {creditNotes === "some" && t("netOfCreditNotes")}
          </th>
          <td role="cell">{withoutVat && formatMoney(withoutVat.minor, withoutVat.currency, locale)}</td>
          <td role="cell">
            <b>{formatMoney(withVat.minor, withVat.currency, locale)}</b>
          </td>
          <td role="cell" />
        </tr>
      ))}
    </tfoot>
  );
}
