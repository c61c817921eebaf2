import { getLocale, getTranslations } from "next-intl/server";
import { spanOf } from "@/components/overview/span-of";
import { formatMoney } from "@/lib/money";
import type { Dimension } from "@/lib/overview/overview-query";
import type { NameView, SpendView } from "@/lib/overview/overview-view";

interface BreakdownProps {
  dimension: Dimension;
  currency: string;
  /** The lines; their sum is `total`. */
  names: readonly NameView[];
  total: SpendView;
}

/** The table of twelve months by contract or vehicle. Lines of one contract or vehicle have a bar. */
export async function Breakdown({ dimension, currency, names, total }: BreakdownProps) {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("trade"),
  ]);
  const nets = names.filter(({ kind }) => kind === "named").map(({ netMinor }) => netMinor);
  const columns = ["name", "documents", "net"] as const;
  return (
    <table
      className="w-full text-2 leading-table"
      role="table"
      aria-label={t("byTitle", { word: trade(`${dimension}.one`).toLocaleLowerCase(locale) })}
    >
      <thead role="rowgroup" className="sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column === "name" ? trade(`${dimension}.one`) : t(`breakdown.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block">
        {names.map((line) => (
          <tr role="row" key={`${line.kind} ${line.name}`} className="breakdown-row">
            <th role="rowheader" scope="row" className="row-name">
              <Name line={line} dimension={dimension} />
            </th>
            <td role="cell" className="documents">
              {line.kind === "named" && <NetBar net={line.netMinor} allNets={nets} />}
              <small>{documents(line)}</small>
            </td>
            <td role="cell" className="net-amount">
              {formatMoney(line.netMinor, currency, locale)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup" className="block">
        <tr role="row" className="breakdown-row">
          <th role="rowheader" scope="row" className="row-name">
            {t("breakdown.total")}
          </th>
          <td role="cell" className="documents">
            <small>{documents(total)}</small>
          </td>
          <td role="cell" className="net-amount">
            <span className="total-figure">{formatMoney(total.netMinor, currency, locale)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );

  function documents({ invoiceCount, creditNoteCount, creditNotesMinor }: SpendView): string {
    const amount = formatMoney(creditNotesMinor, currency, locale);
    return t("breakdown.counts", { invoices: invoiceCount, creditNotes: creditNoteCount, amount });
  }
}

async function Name({ line, dimension }: { line: NameView; dimension: Dimension }) {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("overview.breakdown"),
    getTranslations("trade"),
  ]);
  const word = trade(`${dimension}.one`).toLocaleLowerCase(locale);
  const words = trade(`${dimension}.other`).toLocaleLowerCase(locale);
  const name = line.kind === "named" ? line.name : t(line.kind, { word, words, count: line.names });
  return line.href === null ? name : <a href={line.href}>{name}</a>;
}

/** The bar of a line, as wide as its cell; hidden from screen readers, as the amount beside it says the same. */
function NetBar({ net, allNets }: { net: bigint; allNets: readonly bigint[] }) {
  const { start, length } = spanOf(net, allNets, 1_000);
  return (
    <svg
      className="my-1 block"
      width="100%"
      height="10"
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={net < 0n ? "bar-before" : "fill-accent"} x={start} width={length} height="10" />
    </svg>
  );
}
