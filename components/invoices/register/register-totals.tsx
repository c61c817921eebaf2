import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { countArguments } from "@/components/ui/count-arguments";
import type { RegisterTable } from "@/lib/invoices/register/register-table";
import { formatMoney } from "@/lib/money";

interface TotalsProps {
  table: RegisterTable;
  words: RegisterWords;
}

/** The totals of all matching invoices, also of those on other pages: one row for each currency. */
export function RegisterTotals({ table, words: { t, locale } }: TotalsProps) {
  const { columns, count, creditNotes, isFiltered, totals } = table;
  const hasUntaxed = columns.includes("withoutVat");
  const matching = isFiltered ? "Matching" : "";
  return totals.map(({ currency, withVatMinor, withoutVatMinor }) => (
    <tr role="row" key={currency}>
      <th role="rowheader" scope="row" colSpan={columns.length - (hasUntaxed ? 1 : 0)}>
        {totals.length > 1
          ? t(`totals.in${matching}`, { ...countArguments(count), currency })
          : t(`totals.${creditNotes === "all" ? "creditNotes" : "all"}${matching}`, countArguments(count))}
        {creditNotes === "some" && t("netOfCreditNotes")}
      </th>
      {hasUntaxed && (
        <td role="cell" className="untaxed">
          {withoutVatMinor !== null && formatMoney(withoutVatMinor, currency, locale)}
        </td>
      )}
      <td role="cell" className="total">
        <b className="total-figure">{formatMoney(withVatMinor, currency, locale)}</b>
      </td>
      <td role="cell" />
    </tr>
  ));
}

/** In the list of several companies, the figures of each, its list and its originals. */
export function CompanyRows({ table: { companies, columns }, words: { t, locale } }: TotalsProps) {
  return companies.map((company) => (
    <tr role="row" key={company.url} className="company-total">
      <th role="rowheader" scope="row" colSpan={columns.length - 2}>
        <a href={company.url}>{company.name}</a>{" "}
        <small>
          {t("count", countArguments(company.count))}
          {company.creditNotes > 0 && `, ${t("result.creditNotes", { count: company.creditNotes })}`}
        </small>
      </th>
      <td role="cell" className="take" colSpan={2}>
        {company.take && (
          <a className="tap-link" href={company.take.url}>
            {t(company.take.isRemaining ? "takeMonth" : "takeCompany", { count: company.take.count })}
            <span className="sr-only"> {company.name}</span>
          </a>
        )}
      </td>
      <td role="cell" className="total">
        {company.totals.map(({ currency, withVatMinor }) => (
          <b key={currency}>{formatMoney(withVatMinor, currency, locale)}</b>
        ))}
      </td>
      <td role="cell" />
    </tr>
  ));
}
