import { getLocale, getTranslations } from "next-intl/server";
import { BACKGROUNDS, TEXT_STYLES } from "@/components/archive/month-styles";
import { Icon } from "@/components/ui/icon";
import type { ArchiveMonth, MonthState } from "@/lib/completeness/archive-month";
import { formatShortDate, shortMonthName } from "@/lib/dates";

const CELL = "month-cell";
const FIGURE = "flex items-center gap-[0.3em]";
/** Has a plain background, so that text is legible on the hatching. */
const ON_HATCHING = "w-max justify-self-start bg-surface pr-[0.3em] text-1";

/** Twelve cells, one for each month, with its state and figure. The table below gives the full figures. */
export function MonthStrip({
  months,
  opened = null,
}: {
  months: readonly ArchiveMonth[];
  /** The month that is open below. */
  opened?: string | null;
}) {
  return (
    <ul className="month-strip">
      {months.map((month) => (
        <li key={month.month}>
          <Cell month={month} isOpen={month.month === opened} />
        </li>
      ))}
    </ul>
  );
}

async function Cell({ month, isOpen }: { month: ArchiveMonth; isOpen: boolean }) {
  const locale = await getLocale();
  const { state } = month;
  const content = (
    <>
      <small className={nameStyle(state)}>{shortMonthName(month.month, locale)}</small>
      <MonthText month={month} />
    </>
  );
  if (month.deposited === 0) return <div className={`${CELL} ${BACKGROUNDS[state]}`.trim()}>{content}</div>;
  return (
    <a
      className={`${CELL} hover:bg-sunken ${BACKGROUNDS[state]}`.trim()}
      href={month.openHref}
      aria-current={isOpen || undefined}
    >
      {content}
    </a>
  );
}

function nameStyle(state: MonthState): string {
  if (state === "removed") return `${ON_HATCHING} ${TEXT_STYLES.removed}`;
  return state === "none" || state === "future" ? TEXT_STYLES[state] : "text-ink-2";
}

async function MonthText({ month }: { month: ArchiveMonth }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.cell")]);
  const { state, deposited, taken, removed, firstExpiring } = month;
  const missing = Math.max(month.missing, month.announced?.missing ?? 0);
  const figure = `${FIGURE} ${state === "removed" ? ON_HATCHING : "text-2"} ${TEXT_STYLES[state]}`;
  const rest = <b className={figure}>{t("rest", { count: deposited - taken })}</b>;
  switch (state) {
    case "expiring":
      return (
        <span>
          {rest}
          <small className="block text-1 text-ink-2">
            {t("until", { date: formatShortDate(firstExpiring ?? "", locale) })}
          </small>
        </span>
      );
    case "remaining":
      return (
        <span>
          {rest}
          <small className="block text-1 text-ink-2">{t("of", { downloaded: taken, deposited })}</small>
        </span>
      );
    case "gap":
      return (
        <span>
          <b className={figure}>{missing > 0 ? t("missing", { count: missing }) : t("different")}</b>
          <small className="block text-1 text-ink-2">{t("received", { count: deposited })}</small>
        </span>
      );
    case "complete":
      return (
        <span>
          <b className={figure}>
            <Icon name="check" className="size-[0.95rem]" />
            <span className="sr-only">{t("complete")} </span>
            {deposited}
          </b>
        </span>
      );
    case "removed":
      return (
        <span>
          <b className={figure}>{t("removed", { count: removed })}</b>
        </span>
      );
    default:
      return (
        <span>
          <b className={figure}>{state === "none" ? <span aria-label={t("none")}>–</span> : "\u00a0"}</b>
        </span>
      );
  }
}
