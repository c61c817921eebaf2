import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/overview/figure";
import { countArguments } from "@/components/ui/count-arguments";
import { monthName } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { OverviewView } from "@/lib/overview/overview-view";
import type { TaskCounts } from "@/lib/tasks/task-counts";

/** Where what is left to take and what leaves soon leads. */
export interface TaskUrls {
  remainingUrl: string;
  takeRemainingUrl: string;
  leavingUrl: string;
  takeLeavingUrl: string;
}

interface PeriodFiguresProps {
  overview: OverviewView;
  /** What is to do; null when counting took too long. */
  counts: TaskCounts | null;
  urls: TaskUrls;
}

/** The main figures: what was spent, how many documents, what is left to take, and what leaves soon. */
export async function PeriodFigures({ overview, counts, urls }: PeriodFiguresProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.figures")]);
  const { total, comparison, currency, period } = overview;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <dl className="main-figures">
      <Figure
        term={t("spent", { kind: period.kind, year: period.from.slice(0, 4), months: BREAKDOWN_MONTHS })}
        figure={money(total.netMinor)}
        href={overview.listHref}
      >
        {compared()}
      </Figure>
      <Figure
        term={t("documents")}
        figure={t("number", { count: overview.documentCount, capped: "no" })}
        href={overview.listHref}
      >
        {total.creditNoteCount > 0 ? (
          <a className="tap-link" href={overview.creditNotesHref}>
            {t("creditNotes", { count: total.creditNoteCount, amount: money(total.creditNotesMinor) })}
          </a>
        ) : (
          t("noCreditNote")
        )}
      </Figure>
      {counts && (
        <>
          <Figure
            term={t("remaining")}
            figure={t("number", countArguments(counts.remaining))}
            href={counts.remaining.value > 0 ? urls.remainingUrl : undefined}
            tone={counts.remaining.value > 0 ? "accent" : undefined}
          >
            {counts.remaining.value > 0 ? (
              <a className="tap-link" href={urls.takeRemainingUrl}>
                {t("take", countArguments(counts.remaining))}
              </a>
            ) : (
              t("allTaken")
            )}
          </Figure>
          <Figure
            term={t("leaving")}
            figure={t("number", countArguments(counts.leaving))}
            href={counts.leaving.value > 0 ? urls.leavingUrl : undefined}
            tone={counts.leaving.value > 0 ? "warn" : undefined}
          >
            {counts.leaving.value > 0 ? (
              <a className="tap-link" href={urls.takeLeavingUrl}>
                {t("take", countArguments(counts.leaving))}
              </a>
            ) : (
              t("noneLeaving")
            )}
          </Figure>
        </>
      )}
    </dl>
  );

  function compared(): string {
    const { from, through, beforeMinor, percent, firstBefore } = comparison;
    if (from === null || through === null || beforeMinor === null) return t("notYet");
    const span = {
      kind: from === through ? "one" : "several",
      from: monthName(from, locale),
      through: monthName(through, locale),
      before: money(beforeMinor),
    };
    if (firstBefore === null) return t("nothingBefore", span);
    if (percent === null) return t("since", { ...span, month: monthName(firstBefore, locale) });
    return t("change", {
      ...span,
      direction: percent < 0 ? "down" : percent > 0 ? "up" : "same",
      percent: Math.abs(percent),
    });
  }
}
