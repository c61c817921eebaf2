import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/overview/figure";
import { countArguments } from "@/components/ui/count-arguments";
import { monthName } from "@/lib/dates";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { OverviewView } from "@/lib/overview/overview-view";
import type { TaskCounts } from "@/lib/tasks/task-counts";
import type { TaskLinks } from "@/lib/tasks/task-links";

interface PeriodFiguresProps {
  overview: OverviewView;
  /** What is to do; null when counting took too long. */
  counts: TaskCounts | null;
  taskLinks: TaskLinks;
}

interface TaskFigure {
  term: string;
  count: Count;
  tone: "accent" | "warn";
  listUrl: string;
  takeUrl: string;
  /** What stands there when nothing is to do. */
  none: string;
}

/** The main figures: what was spent, how many documents, what is left to take, and what leaves soon. */
export async function PeriodFigures({ overview, counts, taskLinks }: PeriodFiguresProps) {
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
      {counts &&
        taskFigure({
          ...{ term: t("remaining"), count: counts.remaining, tone: "accent", none: t("allTaken") },
          ...{ listUrl: taskLinks.remainingUrl, takeUrl: taskLinks.takeRemainingUrl },
        })}
      {counts &&
        taskFigure({
          ...{ term: t("leaving"), count: counts.leaving, tone: "warn", none: t("noneLeaving") },
          ...{ listUrl: taskLinks.leavingUrl, takeUrl: taskLinks.takeLeavingUrl },
        })}
    </dl>
  );

  /** What is to do: it leads to a list and to one download; without any it says so. */
  function taskFigure(task: TaskFigure) {
    const isSome = task.count.value > 0;
    return (
      <Figure
        term={task.term}
        figure={t("number", countArguments(task.count))}
        href={isSome ? task.listUrl : undefined}
        tone={isSome ? task.tone : undefined}
      >
        {isSome ? (
          <a className="tap-link" href={task.takeUrl}>
            {t("take", countArguments(task.count))}
          </a>
        ) : (
          task.none
        )}
      </Figure>
    );
  }

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
