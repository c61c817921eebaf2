import { getLocale, getTranslations } from "next-intl/server";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import type { Health } from "@/lib/health/open-health";
import { AttemptLines } from "./attempt-lines";
import { DatabaseLines } from "./database-lines";
import { FailedMails, SettledNote } from "./failed-mails";
import { JobLines, LateJobs } from "./job-lines";
import { LedgerLines } from "./ledger-lines";
import { MailLines } from "./mail-lines";
import { OpenAlerts } from "./open-alerts";
import { PausedSuppliers, SupplierRates } from "./supplier-lines";

interface HealthPageProps {
  health: Health;
  timeZone: string;
  /** What the last form was answered with. */
  result: Readonly<Record<string, string>>;
  /** Receives `do` and `mail`. */
  settleMail: AnsweringAction;
}

/** `/console/health`: whether the installation works, and what an operator does when it does not. */
export async function HealthPage({ health, timeZone, result, settleMail }: HealthPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health")]);
  const { at, adoption, alerts, readiness, jobs, mails, failedMails, database, suppliers } = health;
  const withoutAlert = jobs.filter(({ job }) => !alerts.some(({ about }) => about.job === job));
  return (
    <div className="grid gap-8">
      <div className="page-head mb-0">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-1 text-2 text-ink-2">{t("asOf", { when: formatInstant(at, locale, timeZone) })}</p>
        </div>
        <LinkButton href="/console/health">
          <Icon name="refresh" />
          {t("refresh")}
        </LinkButton>
      </div>
      {!adoption.ok && (
        <Note tone="bad" title={t("adoption.title")}>
          <p>{t("adoption.remedy", { url: adoption.rememberedUrl, command: "npm run adopt" })}</p>
        </Note>
      )}
      <SettledNote result={result} />
      <PausedSuppliers suppliers={suppliers} timeZone={timeZone} />
      {/* Paused suppliers are named above, with what to do. */}
      <OpenAlerts
        alerts={alerts.filter(({ about }) => about.condition !== "supplier_paused")}
        timeZone={timeZone}
      />
      <LateJobs jobs={withoutAlert} timeZone={timeZone} />
      <div className="health-columns">
        <div className="grid gap-8">
          <section>
            <h2>{t("jobs.title")}</h2>
            <JobLines jobs={jobs} timeZone={timeZone} />
          </section>
          <section>
            <h2>{t("mails.title")}</h2>
            <MailLines mails={mails} timeZone={timeZone} />
          </section>
          <section>
            <h2>{t("security.title")}</h2>
            <AttemptLines security={health.security} />
          </section>
        </div>
        <div className="grid gap-8">
          <section>
            <h2>{t("database.title")}</h2>
            <DatabaseLines
              readiness={readiness}
              database={database}
              stored={health.stored}
              newestMigration={health.newestMigration}
            />
          </section>
          <section>
            <h2>{t("ledger.title")}</h2>
            <LedgerLines ledgers={health.ledgers} timeZone={timeZone} />
          </section>
          <section>
            <h2>{t("database.tables")}</h2>
            <table className="plain-table border-t border-ink">
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t("database.table")}</th>
                  <th scope="col">{t("database.size")}</th>
                </tr>
              </thead>
              <tbody>
                {database.largestTables.map(({ name, bytes }) => (
                  <tr key={name}>
                    <th scope="row" className="font-mono">
                      {name}
                    </th>
                    <td className="is-right">{formatFileSize(bytes, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      </div>
      <Section title={t("failed.title")}>
        <FailedMails mails={failedMails} timeZone={timeZone} settle={settleMail} />
      </Section>
      <Section title={t("rates.title")}>
        <SupplierRates suppliers={suppliers} />
      </Section>
    </div>
  );
}
