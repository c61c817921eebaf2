import { getTranslations } from "next-intl/server";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { PeriodChoice } from "@/lib/overview/overview-view";

/** The choice of the period that everything on the page is about. */
export async function PeriodSwitch({ choices }: { choices: readonly PeriodChoice[] }) {
  const t = await getTranslations("overview.period");
  return (
    <nav className="period-switch" aria-label={t("label")}>
      {choices.map(({ kind, year, href, isCurrent }) => (
        <a key={kind} href={href} aria-current={isCurrent ? "page" : undefined}>
          {kind === "twelve" ? t("twelve", { months: BREAKDOWN_MONTHS }) : year}
        </a>
      ))}
    </nav>
  );
}
