import { getTranslations } from "next-intl/server";
import type { GapShown, GuardShown, MonthShown } from "@/components/archive/archive-data";
import { LeavingTable } from "@/components/archive/leaving-table";
import { MonthStrip } from "@/components/archive/month-strip";
import { MonthTable } from "@/components/archive/month-table";
import { NumberGaps } from "@/components/archive/number-gaps";
import { Switch, type Choice } from "@/components/ui/switch";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";

type ArchivePageProps = {
  customerNumber: string;
  year: number;
  years: readonly Choice[];
  /** January to December. */
  months: readonly MonthShown[];
  remaining: number;
  deposited: number;
  /** Takes what remains of the year, or all of it when nothing does. */
  takeHref: string;
  gaps: readonly GapShown[];
  adviserEmail: string;
  guard: GuardShown | null;
};

/** `/invoices/archive`: what was deposited, what was taken, what leaves soon. */
export async function ArchivePage(props: ArchivePageProps) {
  const t = await getTranslations("archive");
  const { year, remaining, deposited } = props;
  return (
    <>
      <PageHead
        title={
          <>
            {t("title")} <span className="text-ink-2">{year}</span>
          </>
        }
      >
        {deposited > 0 && (
          <LinkButton kind={remaining > 0 ? "main" : "plain"} href={props.takeHref}>
            <Icon name="download" />
            {remaining > 0
              ? t("takeRest", { count: remaining, year: String(year) })
              : t("takeYear", { count: deposited, year: String(year) })}
          </LinkButton>
        )}
      </PageHead>
      <p className="mb-4 max-w-(--container-text) text-2 text-ink-2">
        {t("lead", { number: props.customerNumber })}
      </p>
      {props.guard && <LeavingTable guard={props.guard} />}
      <Section title={t("monthsTitle", { year: String(year) })}>
        <Switch label={t("years")} choices={props.years} />
        <MonthStrip months={props.months} />
        <NumberGaps gaps={props.gaps} adviserEmail={props.adviserEmail} />
        <MonthTable months={props.months} />
        <p className="mt-4 max-w-(--container-text) text-1 text-ink-2">{t("packHint")}</p>
      </Section>
    </>
  );
}
