import { getTranslations } from "next-intl/server";
import { DayChart } from "@/components/console/day-chart";
import type { MailDays } from "@/lib/console/read-mail-days";

const STATES = ["delivered", "delayed", "bounced"] as const;
const TONES = { delivered: "good", delayed: "middling", bounced: "bad" } as const;

/** The mails of each day by their delivery state. */
export async function MailChart({ mails }: { mails: MailDays }) {
  const t = await getTranslations("console.today.mails");
  return (
    <DayChart
      label={t("chart", { days: mails.days.length, ...mails.total })}
      parts={STATES.map((state) => ({
        tone: TONES[state],
        sum: t(`sums.${state}`, { count: mails.total[state] }),
        name: t(`states.${state}`),
      }))}
      days={mails.days.map(({ day, ...counts }) => ({ day, counts: STATES.map((state) => counts[state]) }))}
    />
  );
}
