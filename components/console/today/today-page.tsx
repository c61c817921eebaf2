import { getLocale, getTranslations } from "next-intl/server";
import { LateNote } from "@/components/console/deposits/late-note";
import { FindBox } from "@/components/console/find-box";
import { FirstSteps } from "@/components/console/today/first-steps";
import { MailChart } from "@/components/console/today/mail-chart";
import { MailFigures } from "@/components/console/today/mail-figures";
import { RecentDeposits } from "@/components/console/today/recent-deposits";
import { RecentEvents } from "@/components/console/today/recent-events";
import { WorkList } from "@/components/console/today/work-list";
import { PageHead } from "@/components/ui/page-head";
import type { Today } from "@/lib/console/open-today";
import { formatDate, todayIn } from "@/lib/dates";
import type { RecentDeposit } from "@/lib/deposits/list-recent-deposits";

interface TodayPageProps {
  today: Today;
  deposits: readonly RecentDeposit[];
  supplierName: string;
  timeZone: string;
}

/** `/console` of a supplier's staff: the open tasks, the mails of the last days, and the latest events. */
export async function TodayPage({ today, deposits, supplierName, timeZone }: TodayPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.today")]);
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">{formatDate(todayIn(timeZone, today.at.getTime()), locale)}</p>
      </PageHead>
      {today.deposits?.late && (
        <div className="mb-6">
          <LateNote late={today.deposits.late} today={todayIn(timeZone, today.at.getTime())} />
        </div>
      )}
      {today.firstSteps && <FirstSteps steps={today.firstSteps} />}
      <FindBox q="" list={null} />
      <div className="today-columns">
        <section className="section">
          <h2>{t("work.title")}</h2>
          <WorkList today={today} timeZone={timeZone} />
        </section>
        <div className="grid gap-8">
          <section className="section" aria-labelledby="mails-title">
            <h2 id="mails-title">{t("mails.title", { days: today.mails.days.length })}</h2>
            <MailChart mails={today.mails} />
            <MailFigures mails={today.mails} />
          </section>
          <section className="section">
            <h2>{t("happened.title")}</h2>
            <RecentEvents events={today.events} timeZone={timeZone} />
          </section>
        </div>
      </div>
      <section className="section mt-8">
        <h2>{t("deposits.title")}</h2>
        <RecentDeposits deposits={deposits} supplierName={supplierName} timeZone={timeZone} />
      </section>
    </>
  );
}
