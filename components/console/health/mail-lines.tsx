import { getLocale, getTranslations } from "next-intl/server";
import { LONGEST_WAIT_MINUTES } from "@/lib/alert-conditions";
import { formatInstant } from "@/lib/dates";
import { FAILED_DAYS } from "@/lib/health/health-rules";
import type { MailHealth } from "@/lib/health/read-mail-health";
import { HealthLine } from "./health-line";

interface MailLinesProps {
  mails: MailHealth;
  timeZone: string;
}

/** Whether mails leave, and what comes back from the mail provider. */
export async function MailLines({ mails, timeZone }: MailLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.health.mails")]);
  const when = (instant: Date) => formatInstant(instant, locale, timeZone);
  const { oldestWaitingAt, lastEventAt, reports, conditions } = mails;
  return (
    <ul className="health">
      <HealthLine
        name={t("outbox")}
        condition={conditions.outbox}
        fact={t("waiting", { count: mails.waiting, capped: mails.isCapped ? "yes" : "no" })}
        details={[
          ...(oldestWaitingAt ? [t("oldest", { when: when(oldestWaitingAt) })] : []),
          t("sent", { count: mails.sentLastHour }),
          t("rate", { rate: Math.round((mails.sentLastQuarter / 15) * 10) / 10 }),
        ]}
        remedy={t("outboxRemedy", { minutes: LONGEST_WAIT_MINUTES })}
      />
      <HealthLine
        name={t("dead")}
        condition={conditions.dead}
        fact={t("deadCount", { count: mails.dead, days: FAILED_DAYS })}
        details={mails.deadForAddress > 0 ? [t("deadForAddress", { count: mails.deadForAddress })] : []}
        remedy={t("deadRemedy")}
      />
      <HealthLine
        name={t("uncertain")}
        condition={conditions.uncertain}
        fact={t("uncertainCount", { count: mails.uncertain, days: FAILED_DAYS })}
        remedy={t("uncertainRemedy")}
      />
      <HealthLine
        name={t("reports")}
        condition={conditions.reports}
        fact={t(`reportsStates.${reports}`)}
        details={[lastEventAt ? t("lastEvent", { when: when(lastEventAt) }) : t("noEvent")]}
        remedy={t(reports === "no_secret" ? "noSecretRemedy" : "silentRemedy", {
          path: "/api/webhooks/resend",
        })}
      />
    </ul>
  );
}
