import { getLocale, getTranslations } from "next-intl/server";
import { barLength } from "@/components/overview/bar-segments";
import { ShareBar } from "@/components/overview/share-bar";
import { formatMoney } from "@/lib/money";
import type { Dimension } from "@/lib/overview/overview-query";
import type { NameView } from "@/lib/overview/overview-view";
import type { SpendView } from "@/lib/overview/spend";

interface BreakdownProps {
  dimension: Dimension;
  currency: string;
  /** The lines; their sum is `total`. */
  names: readonly NameView[];
  total: SpendView;
}

const PARTS = ["rentMinor", "maintenanceMinor", "otherMinor", "creditNotesMinor"] as const;

/** The table of a period by contract or vehicle, with a bar for each of them, all on one scale. */
export async function Breakdown({ dimension, currency, names, total }: BreakdownProps) {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("trade"),
  ]);
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const named = names.filter(({ kind }) => kind === "named");
  const longest = named.reduce((most, line) => (barLength(line) > most ? barLength(line) : most), 0n);
  return (
    <table
      className="breakdown"
      role="table"
      aria-label={t("byTitle", { word: trade(`${dimension}.one`).toLocaleLowerCase(locale) })}
    >
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="row-name">
            {trade(`${dimension}.one`)}
          </th>
          <th role="columnheader" scope="col" className="row-bar">
            <span className="sr-only">{t("breakdown.bar")}</span>
          </th>
          {PARTS.map((part) => (
            <th role="columnheader" scope="col" key={part} className="row-part">
              {t(`breakdown.${part}`)}
            </th>
          ))}
          <th role="columnheader" scope="col" className="row-total">
            {t("breakdown.net")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {names.map((line) => (
          <tr role="row" key={`${line.kind} ${line.name}`}>
            <th role="rowheader" scope="row" className="row-name" colSpan={line.kind === "named" ? 1 : 6}>
              <Name line={line} dimension={dimension} />
              <small>{documents(line)}</small>
            </th>
            {line.kind === "named" && (
              <>
                <td role="cell" className="row-bar">
                  <ShareBar shares={line} longest={longest} />
                </td>
                {PARTS.map((part) => (
                  <td role="cell" key={part} className="row-part" data-label={t(`breakdown.${part}`)}>
                    {money(line[part])}
                  </td>
                ))}
              </>
            )}
            <td role="cell" className="row-total">
              {money(line.netMinor)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row" className="row-name" colSpan={6}>
            {t("breakdown.total")}
          </th>
          <td role="cell" className="row-total">
            <span className="total-figure">{money(total.netMinor)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );

  function documents({ invoiceCount, creditNoteCount }: SpendView): string {
    return t("breakdown.counts", { invoices: invoiceCount, creditNotes: creditNoteCount });
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
  return line.href === null ? (
    name
  ) : (
    <a className="tap-link" href={line.href}>
      {name}
    </a>
  );
}
