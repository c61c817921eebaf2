import { getLocale, getTranslations } from "next-intl/server";
import type { Count } from "@/components/invoices/amount";
import { countArguments } from "@/components/invoices/count-arguments";
import { formatName } from "@/components/invoices/format-name";
import type { RegisterRow } from "@/components/invoices/register";
import { Tag } from "@/components/ui/tag";
import { formatDate, formatMonth } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

type RegisterRowsProps = {
  month: string;
  count: Count | null;
  rows: readonly RegisterRow[];
  listQuery: string;
};

/** One month: its head, then a line per invoice. Said once a line and no more: 25 of them make the page's weight. */
export async function RegisterRows({ month, count, rows, listQuery }: RegisterRowsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  const download = t("download");
  const creditNote = t("creditNote");
  return (
    <tbody role="rowgroup">
      <tr role="row" className="grp">
        <th role="rowheader" scope="rowgroup" colSpan={9}>
          {formatMonth(month, locale)} {count && <small>{t("count", countArguments(count))}</small>}
        </th>
      </tr>
      {rows.map((row) => (
        <tr role="row" key={row.id}>
          <td role="cell">{formatDate(row.issuedOn, locale)}</td>
          <td role="cell">
            <a href={`/invoices/${row.id}${listQuery}`}>{row.number}</a>
            {row.type === "credit_note" && <Tag>{creditNote}</Tag>}
          </td>
          <td role="cell">{shortened(row.contracts)}</td>
          <td role="cell">{shortened(row.vehicles)}</td>
          <td role="cell">{row.dueOn && formatDate(row.dueOn, locale)}</td>
          <td role="cell">{formatName(row.format)}</td>
          <td role="cell">
            {row.totalWithoutVat &&
              formatMoney(row.totalWithoutVat.minor, row.totalWithoutVat.currency, locale)}
          </td>
          <td role="cell">{formatMoney(row.totalWithVat.minor, row.totalWithVat.currency, locale)}</td>
          <td role="cell">
            <a
              className="ib"
              href={`/invoices/${row.id}/original?download`}
              aria-label={`${download} ${row.number}`}
            />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** A fleet invoice names many: the first stands for them, with how many more. */
function shortened(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > 1 ? `${first} +${names.length - 1}` : first;
}
