import { getLocale, getTranslations } from "next-intl/server";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import type { PeriodNotice as Notice } from "@/lib/invoices/register/period-notice";

const DISPLAY = "/profile/display";

/** The notice « Vous voyez les 3 derniers mois. 27 factures plus anciennes sont masquées. » */
export async function PeriodNotice({ period }: { period: Notice }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.period")]);
  const bold = { b: (words: React.ReactNode) => <b>{words}</b> };
  const isHistory = period.kind === "last_months";
  return (
    <p className="period-notice bleed">
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
      <a className="tap-link" href={DISPLAY}>
        {t("change")}
      </a>
    </p>
  );
}
