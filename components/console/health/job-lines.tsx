import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { formatInstant } from "@/lib/dates";
import { MINUTE_MS } from "@/lib/durations";
import type { JobHealth } from "@/lib/health/read-job-health";
import { LATE_AFTER_MS } from "@/lib/scheduled-jobs";
import { HealthLine } from "./health-line";

interface JobLinesProps {
  jobs: readonly JobHealth[];
  timeZone: string;
}

/** A red note for each job that is late, with what to do. */
export async function LateJobs({ jobs, timeZone }: JobLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health.jobs")]);
  return jobs
    .filter(({ isLate }) => isLate)
    .map(({ job, lastSucceededAt, lateFrom }) => (
      <Note
        key={job}
        tone="bad"
        title={
          lastSucceededAt
            ? t("late", { job: t(`names.${job}`), when: formatInstant(lateFrom, locale, timeZone) })
            : t("neverLate", { job: t(`names.${job}`) })
        }
      >
        <p>{t("remedy", { path: `/api/cron/${job}`, header: "Authorization: Bearer" })}</p>
      </Note>
    ));
}

/** The last run of each job. */
export async function JobLines({ jobs, timeZone }: JobLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health.jobs")]);
  const when = (at: Date) => formatInstant(at, locale, timeZone);
  return (
    <ul className="health">
      {jobs.map((one) => {
        const { sent = 0, notifications = 0, digests = 0 } = one.lastCounts ?? {};
        return (
          <HealthLine
            key={one.job}
            name={t(`names.${one.job}`)}
            condition={one.condition}
            fact={one.lastSucceededAt ? t("succeeded", { when: when(one.lastSucceededAt) }) : t("never")}
            details={[
              ...(one.lastCounts ? [t("counts", { sent, notifications, digests })] : []),
              t("limit", { minutes: LATE_AFTER_MS[one.job] / MINUTE_MS }),
              ...(one.lastFailedAt
                ? [t("failed", { when: when(one.lastFailedAt), error: one.lastError ?? "" })]
                : one.lastStartedAt
                  ? [t("started", { when: when(one.lastStartedAt) })]
                  : []),
            ]}
            remedy={one.isLate ? null : t("remedyFailed")}
          />
        );
      })}
    </ul>
  );
}
