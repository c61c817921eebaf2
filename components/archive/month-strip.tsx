import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { ArchiveMonth } from "@/lib/completeness/archive-month";
import { formatShortDate, shortMonthName } from "@/lib/dates";

/** Twelve cells, one a month: complete, what remains, what leaves soon. The table below says the same in full. */
export async function MonthStrip({ months }: { months: readonly ArchiveMonth[] }) {
  return (
    <ul className="mo">
      {months.map((month) => (
        <li key={month.month}>
          <Cell month={month} />
        </li>
      ))}
    </ul>
  );
}

async function Cell({ month }: { month: ArchiveMonth }) {
  const locale = await getLocale();
  const isOpen = month.deposited > 0;
  const content = (
    <>
      <small>{shortMonthName(month.month, locale)}</small>
      <Words month={month} />
    </>
  );
  if (!isOpen) return <div className={month.state}>{content}</div>;
  const isRest = month.mine < month.deposited && month.downloadHref !== null;
  return (
    <a className={month.state} href={isRest ? (month.downloadHref ?? "") : month.listHref}>
      {content}
    </a>
  );
}

async function Words({ month }: { month: ArchiveMonth }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.cell")]);
  const { state, deposited, mine, removed, missing, firstLeaving } = month;
  const rest = <b>{t("rest", { count: deposited - mine })}</b>;
  switch (state) {
    case "leaving":
      return (
        <span>
          {rest}
          <small>{t("until", { date: formatShortDate(firstLeaving ?? "", locale) })}</small>
        </span>
      );
    case "remaining":
      return (
        <span>
          {rest}
          <small>{t("of", { mine, deposited })}</small>
        </span>
      );
    case "gap":
      return (
        <span>
          <b>{t("missing", { count: missing })}</b>
          <small>{t("received", { count: deposited })}</small>
        </span>
      );
    case "complete":
      return (
        <span>
          <b>
            <Icon name="check" />
            <span className="sr-only">{t("complete")} </span>
            {deposited}
          </b>
        </span>
      );
    case "removed":
      return (
        <span>
          <b>{t("removed", { count: removed })}</b>
        </span>
      );
    default:
      return (
        <span>
          <b>{state === "none" ? <span aria-label={t("none")}>–</span> : "\u00a0"}</b>
        </span>
      );
  }
}
