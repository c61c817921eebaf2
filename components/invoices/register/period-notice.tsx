import { issuedBetween } from "@/components/invoices/filters/issued-between";
import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import type { PeriodNotice as Notice } from "@/lib/invoices/register/period-notice";

const DISPLAY = "/profile/display";

/** The notice « Vous voyez les 3 derniers mois. 27 factures plus anciennes sont masquées. », below the list. */
export function PeriodNotice({ period, words }: { period: Notice; words: RegisterWords }) {
  const { t, locale } = words;
  const bold = { b: (text: React.ReactNode) => <b>{text}</b> };
  const isHistory = period.kind === "last_months";
  return (
    <p className="period-notice bleed" id="hidden">
      <Icon name={isHistory ? "hidden" : "info"} />
      <span>
        {period.kind === "everything" && t.rich("period.everything", bold)}
        {period.kind === "chosen" && t.rich("period.chosen", { ...bold, ...issuedBetween(period, locale) })}
        {isHistory &&
          t.rich("period.lastMonths", { ...bold, months: period.months, ...countArguments(period.hidden) })}
      </span>
      {!isHistory && (
        <a className="tap-link" href={period.backHref}>
          {t("period.back", { months: period.months })}
        </a>
      )}
      {isHistory && period.hidden.value > 0 && (
        <a className="tap-link" href={period.showHiddenHref}>
          {t("period.show", { count: period.hidden.value })}
        </a>
      )}
      <a className="tap-link" href={DISPLAY}>
        {t("period.change")}
      </a>
    </p>
  );
}
