import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant, formatShortDate } from "@/lib/dates";
import { HOUR_MS } from "@/lib/durations";
import { REQUEST_KINDS } from "@/lib/request-choices";
import type { RequestStatistics } from "@/lib/requests/request-statistics";
import { KIND_CLASS } from "./kind-class";
import { WeekChart } from "./week-chart";

/**
 * The statistics of requests: their number in each week, their topics, the time to the first answer, and the request
 * that has waited longest.
 */
export async function Statistics(props: { statistics: RequestStatistics; timeZone: string }) {
  const { weeks, topics, medianAnswerMs, oldest, waiting, answerWithinDays } = props.statistics;
  const [locale, t, r] = await Promise.all([
    getLocale(),
    getTranslations("console.requests"),
    getTranslations("requests"),
  ]);
  const hasRequests = weeks.some(({ counts }) => REQUEST_KINDS.some((kind) => counts[kind] > 0));
  if (!hasRequests && oldest === null) return null;
  return (
    <section className="section mt-10" aria-labelledby="request-statistics">
      <h2 id="request-statistics">{t("statisticsTitle")}</h2>
      <dl className="mb-6 grid gap-x-8 gap-y-4 text-2 tablet:grid-cols-3">
        <div>
          <dt className="text-ink-2">{t("waiting")}</dt>
          <dd className="text-5">{waiting}</dd>
          {oldest && (
            <dd className="text-ink-2">
              <a className="tap-link" href={`/console/requests/${oldest.id}`}>
                {t("oldest", { when: formatInstant(oldest.since, locale, props.timeZone) })}
              </a>
            </dd>
          )}
        </div>
        <div>
          <dt className="text-ink-2">{t("median")}</dt>
          <dd className="text-5">{medianAnswerMs === null ? t("noMedian") : duration(medianAnswerMs)}</dd>
          <dd className="text-ink-2">
            {answerWithinDays === null ? t("promisesNothing") : t("promises", { days: answerWithinDays })}
          </dd>
        </div>
        {topics.length > 0 && (
          <div>
            <dt className="text-ink-2">{t("topicsTitle")}</dt>
            {topics.map(({ topic, count }) => (
              <dd key={topic}>{t("topicCount", { topic: r(`topics.${topic}`), count })}</dd>
            ))}
          </div>
        )}
      </dl>
      {hasRequests && (
        <div className="grid gap-6 desk:grid-cols-2">
          <WeekChart weeks={weeks} label={t("chartLabel")} />
          <table className="w-full self-start text-2">
            <caption className="mb-2 text-left text-ink-2">{t("tableCaption")}</caption>
            <thead className="text-1 text-ink-2">
              <tr className="border-b border-line">
                <th className="py-1 text-left font-medium" scope="col">
                  {t("week")}
                </th>
                {REQUEST_KINDS.map((kind) => (
                  <th className="py-1 pl-3 text-right font-medium" scope="col" key={kind}>
                    <span className={`request-key ${KIND_CLASS[kind]}`} aria-hidden="true" />
                    {t(`shortKinds.${kind}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ from, counts }) => (
                <tr className="border-b border-line" key={from}>
                  <th className="py-1 text-left font-regular" scope="row">
                    {t("weekOf", { date: formatShortDate(from, locale) })}
                  </th>
                  {REQUEST_KINDS.map((kind) => (
                    <td className="py-1 text-right" key={kind}>
                      {counts[kind]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );

  function duration(ms: number): string {
    const hours = ms / HOUR_MS;
    if (hours < 1) return t("minutes", { count: Math.max(1, Math.round(hours * 60)) });
    return hours < 48
      ? t("hours", { count: Math.round(hours) })
      : t("days", { count: Math.round(hours / 24) });
  }
}
