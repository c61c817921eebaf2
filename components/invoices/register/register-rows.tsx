import { getLocale, getTranslations } from "next-intl/server";
import { Pointage } from "@/components/invoices/register/pointage";
import type { RegisterRow } from "@/components/invoices/register/register-list";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

/** A line per invoice. Said once a line and no more: 25 of them make the page's weight. */
export async function RegisterRows({ rows, listQuery }: { rows: readonly RegisterRow[]; listQuery: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  const download = t("download");
  const creditNote = t("creditNote");
  const words = {
    new: t("reading.new"),
    seen: t("reading.seen"),
    downloaded: t("reading.downloaded"),
    sinceLastVisit: t("reading.sinceLastVisit"),
  };
  return rows.map((row) => (
    <tr role="row" key={row.id} className={row.isSinceLastVisit ? "is-new" : undefined}>
      <td role="cell">
        <Pointage row={row} words={words} locale={locale} />
      </td>
      <td role="cell">{formatDate(row.issuedOn, locale)}</td>
      <td role="cell">
        <a href={`/invoices/${row.id}${listQuery}`}>{row.number}</a>
        {row.type === "credit_note" && <Badge>{creditNote}</Badge>}
        {row.company !== null && <small>{row.company}</small>}
      </td>
      <td role="cell">{shortened(row.contracts)}</td>
      <td role="cell">{shortened(row.vehicles)}</td>
      <td role="cell">{row.dueOn && formatDate(row.dueOn, locale)}</td>
      <td role="cell">
        {row.totalWithoutVat && formatMoney(row.totalWithoutVat.minor, row.totalWithoutVat.currency, locale)}
      </td>
      <td role="cell">{formatMoney(row.totalWithVat.minor, row.totalWithVat.currency, locale)}</td>
      <td role="cell">
        <a
          className="icon-button"
          href={`/invoices/${row.id}/original?download${row.isElsewhere ? "&scope=all" : ""}`}
          aria-label={`${download} ${row.number}`}
        />
      </td>
    </tr>
  ));
}

/** A fleet invoice names many: the first stands for them, with how many more. */
function shortened(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > 1 ? `${first} +${names.length - 1}` : first;
}
