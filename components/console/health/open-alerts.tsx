import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { calledPath, LONGEST_WAIT_MINUTES } from "@/lib/alert-conditions";
import type { OpenAlert } from "@/lib/alerts/list-open-alerts";
import { formatInstant } from "@/lib/dates";

interface OpenAlertsProps {
  alerts: readonly OpenAlert[];
  timeZone: string;
}

/** The alerts that operators were told of and that are not over, with what to do, in the words of their mails. */
export async function OpenAlerts({ alerts, timeZone }: OpenAlertsProps) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.health.alerts"),
    getTranslations("mail.alert"),
  ]);
  return alerts.map(({ id, about, openedAt }) => {
    const { condition, job, supplierName } = about;
    const what = words(`opened.${condition}`, {
      job: job ? words(`jobs.${job}`) : "",
      minutes: LONGEST_WAIT_MINUTES,
      supplier: supplierName ?? "",
    });
    return (
      <Note key={id} tone="bad" title={words("subject.opened", { what })}>
        <p>{words(`remedy.${condition}`, { path: calledPath(about) })}</p>
        <p>{t("told", { when: formatInstant(openedAt, locale, timeZone) })}</p>
      </Note>
    );
  });
}
