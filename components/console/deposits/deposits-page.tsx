import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { Differences } from "@/lib/completeness/list-differences";
import type { PlainDate } from "@/lib/dates";
import { depositsPath } from "@/lib/deposits/deposit-filter";
import type { DepositOverview } from "@/lib/deposits/open-deposits";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { DepositDays } from "./deposit-days";
import { DepositVolume } from "./deposit-volume";
import { DifferenceTable } from "./difference-table";
import { LateNote } from "./late-note";
import { RefusedTable } from "./refused-table";

interface DepositsPageProps {
  overview: DepositOverview;
  /** The refused files that nobody has resolved, the newest first. */
  refused: readonly RefusedFile[];
  /** The next of them, when there are more. */
  moreRefusedHref: string | null;
  /** Whether older days than the newest are shown. */
  isOlder: boolean;
  /** The name of the file that was just deposited or set aside. */
  done: { deposited: string | null; dismissed: string | null };
  /** The first announcements that differ from what arrived; null when they could not be compared in time. */
  announced: Differences | null;
  /** The months that are compared. */
  comparedMonths: number;
  today: PlainDate;
  timeZone: string;
}

/** `/console/deposits`: what was refused, what arrived by day, and the volume. */
export async function DepositsPage(props: DepositsPageProps) {
  const { overview, refused, moreRefusedHref, isOlder, done, announced, comparedMonths, today, timeZone } =
    props;
  const t = await getTranslations("console.deposits");
  const { days, before, late, openRefusals, volume } = overview;
  return (
    <>
      <PageHead title={t("title")}>
        <LinkButton href="/console/deposits/new" kind="main">
          {t("deposit")}
        </LinkButton>
      </PageHead>
      <p className="mb-6 max-w-text text-2 text-ink-2">{t("lead")}</p>
      {done.deposited !== null && (
        <div className="mb-6">
          <Note tone="ok">
            <p>{t("deposited", { name: done.deposited })}</p>
          </Note>
        </div>
      )}
      {done.dismissed !== null && (
        <div className="mb-6">
          <Note tone="ok">
            <p>{t("dismissed", { name: done.dismissed })}</p>
          </Note>
        </div>
      )}
      {late && (
        <div className="mb-6">
          <LateNote late={late} today={today} />
        </div>
      )}
      <div className="grid gap-8">
        <Section title={t("refused.title")}>
          {refused.length === 0 ? (
            <p className="text-2 text-ink-2">{t("refused.none")}</p>
          ) : (
            <>
              <p className="mb-2 text-2 text-ink-2">
                {t("refused.count", {
                  count: openRefusals.count,
                  capped: openRefusals.isCapped ? "yes" : "no",
                })}
              </p>
              <RefusedTable label={t("refused.title")} files={refused} timeZone={timeZone} />
            </>
          )}
          <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-2">
            {moreRefusedHref !== null && <a href={moreRefusedHref}>{t("refused.more")}</a>}
            <a href={depositsPath({ show: "refused" })}>{t("refused.all")}</a>
          </p>
        </Section>
        <div className="today-columns">
          <Section title={t("recent.title")}>
            {days.length === 0 ? (
              <p className="text-2 text-ink-2">{t("recent.none")}</p>
            ) : (
              <DepositDays days={days} timeZone={timeZone} />
            )}
            <Pager
              previousHref={isOlder ? depositsPath({}) : null}
              nextHref={before === null ? null : depositsPath({ before })}
              isNewestFirst
            />
          </Section>
          <Section title={t("volume.title", { days: volume.days.length })}>
            <DepositVolume volume={volume} />
          </Section>
        </div>
        <Section title={t("announced.title")}>
          <DifferenceTable announced={announced} months={comparedMonths} month={today.slice(0, 7)} />
          <p className="mt-3">
            <LinkButton href="/console/deposits/announcements">{t("announced.open")}</LinkButton>
          </p>
        </Section>
      </div>
    </>
  );
}
