import { getLocale, getTranslations } from "next-intl/server";
import type { Dimension, NameShown, SpendShown } from "@/components/overview/overview-data";
import { spanOf } from "@/components/overview/span-of";
import { formatMoney } from "@/lib/money";

interface BreakdownProps {
  dimension: Dimension;
  /** Adds up to `total`. */
  names: readonly NameShown[];
  total: SpendShown;
}

/** Twelve months by contract or vehicle: a table whose named lines carry a bar. */
export async function Breakdown({ dimension, names, total }: BreakdownProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview")]);
  const nets = names.filter(({ kind }) => kind === "named").map(({ net }) => net.minor);
  const columns = ["name", "documents", "net"] as const;
  return (
    <table className="spread" role="table" aria-label={t(`byTitle.${dimension}`)}>
      <thead role="rowgroup" className="sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`breakdown.${column}`, { dimension })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {names.map((line) => (
          <tr role="row" key={`${line.kind} ${line.name}`} className={line.kind}>
            <th role="rowheader" scope="row">
              <Name line={line} dimension={dimension} />
            </th>
            <td role="cell">
              {line.kind === "named" && <NetBar net={line.net.minor} among={nets} />}
              <small>{documents(line)}</small>
            </td>
            <td role="cell">{formatMoney(line.net.minor, line.net.currency, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row">
            {t("breakdown.total")}
          </th>
          <td role="cell">
            <small>{documents(total)}</small>
          </td>
          <td role="cell">
            <span>{formatMoney(total.net.minor, total.net.currency, locale)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );

  function documents({ invoiceCount, creditNoteCount, creditNotes }: SpendShown): string {
    const amount = formatMoney(creditNotes.minor, creditNotes.currency, locale);
    return t("breakdown.counts", { invoices: invoiceCount, creditNotes: creditNoteCount, amount });
  }
}

async function Name({ line, dimension }: { line: NameShown; dimension: Dimension }) {
  const t = await getTranslations("overview.breakdown");
  const words = line.kind === "named" ? line.name : t(line.kind, { dimension, count: line.names });
  return line.href === null ? words : <a href={line.href}>{words}</a>;
}

/** Stretched to the cell's width; the amount beside it says the same. */
function NetBar({ net, among }: { net: bigint; among: readonly bigint[] }) {
  const { start, length } = spanOf(net, among, 1_000);
  return (
    <svg width="100%" height="10" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={net < 0n ? "bar-before" : "bar-now"} x={start} width={length} height="10" />
    </svg>
  );
}
