import { getLocale, getTranslations } from "next-intl/server";
import { ReadingCell } from "@/components/invoices/register/reading-cell";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/dates";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import { formatMoney } from "@/lib/money";

/** One row for each invoice. The markup is minimal, because 25 rows make up most of the page's size. */
export async function RegisterRows({ rows }: { rows: readonly RegisterRow[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  const download = t("download");
  const creditNote = t("creditNote");
  const words = {
    new: t("reading.new"),
    seen: t("reading.seen"),
    downloaded: t("reading.downloaded"),
    sinceLastVisit: t("reading.sinceLastVisit"),
    debit: `${t("collectedOn")} `,
    transfer: `${t("payOn")} `,
  };
  return rows.map((row) => (
    <tr role="row" key={row.id} className={row.isSinceLastVisit ? "is-new" : undefined}>
      <ReadingCell row={row} words={words} locale={locale} />
      <td role="cell" className="issued">
        {formatDate(row.issuedOn, locale)}
      </td>
      <td role="cell" className="number">
        <a href={row.href}>{row.number}</a>
        {row.type === "credit_note" && <Badge>{creditNote}</Badge>}
        {row.company !== null && <small>{row.company}</small>}
      </td>
      <td role="cell" className="contract">
        {shortened(row.contracts)}
      </td>
      <td role="cell" className="vehicle">
        {shortened(row.vehicles)}
      </td>
      <td role="cell" className="due-on">
        {row.dueOn && row.paymentWay !== "unknown" && <small>{words[row.paymentWay]}</small>}
        {row.dueOn && formatDate(row.dueOn, locale)}
      </td>
      <td role="cell" className="untaxed">
        {row.signedWithoutVatMinor !== null && formatMoney(row.signedWithoutVatMinor, row.currency, locale)}
      </td>
      <td role="cell" className="total">
        {formatMoney(row.signedWithVatMinor, row.currency, locale)}
      </td>
      <td role="cell" className="download">
        <a href={row.downloadHref} aria-label={`${download} ${row.number}`} />
      </td>
    </tr>
  ));
}

/** Returns the first name and the number of others, because a fleet invoice has many. */
function shortened(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > 1 ? `${first} +${names.length - 1}` : first;
}
