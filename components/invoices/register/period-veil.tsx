import { getLocale, getTranslations } from "next-intl/server";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import type { Count } from "@/components/ui/amount";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";

/** A period of issue dates `YYYY-MM-DD` somebody asked for, either end open, and the way back to the display history. */
export interface ChosenPeriod {
  kind: "chosen";
  from: string | null;
  to: string | null;
  months: number;
  backHref: string;
}

/** What the list is about: what the display history leaves, everything, or a period asked for. */
export type Period =
  | { kind: "last_months"; months: number; hidden: Count; showHiddenHref: string }
  | { kind: "everything"; months: number; backHref: string }
  | ChosenPeriod;

interface PeriodVeilProps {
  period: Period;
  /** Where the display history is changed; null while that page does not exist. */
  changeHref: string | null;
}

/** « Vous voyez les 3 derniers mois. 27 factures plus anciennes sont masquées. » */
export async function PeriodVeil({ period, changeHref }: PeriodVeilProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.period")]);
  const bold = { b: (words: React.ReactNode) => <b>{words}</b> };
  const isHistory = period.kind === "last_months";
  return (
    <p className="veil bleed">
      <Icon name={isHistory ? "hidden" : "info"} />
      <span>
        {period.kind === "everything" && t.rich("everything", bold)}
        {period.kind === "chosen" && t.rich("chosen", { ...bold, ...issuedBetween(period, locale) })}
        {isHistory &&
          t.rich("lastMonths", { ...bold, months: period.months, ...countArguments(period.hidden) })}
      </span>
      {!isHistory && (
        <a className="tap-link" href={period.backHref}>
          {t("back", { months: period.months })}
        </a>
      )}
      {isHistory && period.hidden.value > 0 && (
        <a className="tap-link" href={period.showHiddenHref}>
          {t("show", { count: period.hidden.value })}
        </a>
      )}
      {changeHref !== null && (
        <a className="tap-link" href={changeHref}>
          {t("change")}
        </a>
      )}
    </p>
  );
}
