import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/ui/pager";
import { formatDate, todayIn } from "@/lib/dates";
import type { ImportFound } from "@/lib/imports/get-import";
import type { Verdict } from "@/lib/imports/import-verdict";
import type { ImportLine } from "@/lib/imports/list-import-lines";
import { VERDICT_CLASS } from "./verdict-class";
import { VerdictRow } from "./verdict-row";

interface VerdictListProps {
  counts: ImportFound["counts"];
  /** In the order in which the lines are sorted. */
  verdicts: readonly Verdict[];
  shown: Verdict | null;
  lines: readonly ImportLine[];
  path: string;
  nextHref: string | null;
  firstHref: string | null;
  timeZone: string;
  /** Whether lines were applied: the last column then says what happened. */
  isApplied: boolean;
  force: ((line: string, isForced: string, form: FormData) => Promise<void>) | null;
}

/** The lines with their verdicts, filtered by verdict and paged. Refused, outdated and changed lines come first. */
export async function VerdictList(props: VerdictListProps) {
  const { counts, verdicts, shown, lines, path, timeZone } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.imports")]);
  const all = verdicts.reduce((sum, verdict) => sum + counts.verdicts[verdict], 0);
  const dateOf = (instant: string) => formatDate(todayIn(timeZone, Date.parse(instant)), locale);
  return (
    <section className="section">
      <h2>{t("table.title")}</h2>
      <p className="verdict-counts mb-3">
        {(["new", "changed", "same", "superseded", "refused"] as const).map((verdict) => (
          <span key={verdict} className={VERDICT_CLASS[verdict]}>
            <b>{counts.verdicts[verdict]}</b>
            {t(`tally.${verdict}`, { count: counts.verdicts[verdict] })}
          </span>
        ))}
      </p>
      <nav className="mb-3 flex flex-wrap gap-x-6" aria-label={t("table.filter")}>
        <a className="view-link" href={path} aria-current={shown === null ? "page" : undefined}>
          {t("table.all")} {all}
        </a>
        {verdicts.map((verdict) => (
          <a
            key={verdict}
            className="view-link"
            href={`${path}?verdict=${verdict}`}
            aria-current={shown === verdict ? "page" : undefined}
          >
            {t(`filters.${verdict}`)} {counts.verdicts[verdict]}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? (
        <p className="text-2 text-ink-2">{t("table.none")}</p>
      ) : (
        <div className="bleed">
          <table className="record-table verdict-table" role="table" aria-label={t("table.title")}>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader" className="line-number">
                  {t("table.line")}
                </th>
                {(
                  ["verdict", "number", "company", "email", props.isApplied ? "outcome" : "effect"] as const
                ).map((column) => (
                  <th key={column} scope="col" role="columnheader">
                    {t(`table.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {lines.map((line) => (
                <VerdictRow key={line.line} line={line} force={props.force} dateOf={dateOf} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager previousHref={props.firstHref} nextHref={props.nextHref} isNewestFirst={false} />
    </section>
  );
}
