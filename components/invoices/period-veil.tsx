import { getTranslations } from "next-intl/server";
import type { Count } from "@/components/invoices/amount";
import { countArguments } from "@/components/invoices/count-arguments";
import { Icon } from "@/components/ui/icon";

/** What the display history leaves out of the list, if anything. */
export type Period =
  | { kind: "last_months"; months: number; hidden: Count; showHiddenHref: string }
  | { kind: "everything"; months: number; hideHref: string };

type PeriodVeilProps = {
  period: Period;
  /** Where the display history is changed; null while that page does not exist. */
  changeHref: string | null;
};

/** « Vous voyez les 3 derniers mois. 27 factures plus anciennes sont masquées. » */
export async function PeriodVeil({ period, changeHref }: PeriodVeilProps) {
  const t = await getTranslations("register.period");
  const bold = { b: (words: React.ReactNode) => <b>{words}</b> };
  const isWhole = period.kind === "everything";
  return (
    <p className="veil bleed">
      <Icon name={isWhole ? "info" : "hidden"} />
      <span>
        {isWhole
          ? t.rich("everything", bold)
          : t.rich("lastMonths", { ...bold, months: period.months, ...countArguments(period.hidden) })}
      </span>
      {isWhole && (
        <a className="go" href={period.hideHref}>
          {t("back", { months: period.months })}
        </a>
      )}
      {!isWhole && period.hidden.value > 0 && (
        <a className="go" href={period.showHiddenHref}>
          {t("show", { count: period.hidden.value })}
        </a>
      )}
      {changeHref !== null && (
        <a className="go" href={changeHref}>
          {t("change")}
        </a>
      )}
    </p>
  );
}
