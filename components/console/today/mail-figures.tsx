import { getTranslations } from "next-intl/server";
import type { MailDays } from "@/lib/console/read-mail-days";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long mails take from the deposit to the delivery, and how many activations were used. */
export async function MailFigures({ mails }: { mails: MailDays }) {
  const t = await getTranslations("console.today.mails");
  const duration = (seconds: number | null) => {
    if (seconds === null) return "—";
    if (seconds < MINUTE) return t("seconds", { count: Math.max(1, Math.round(seconds)) });
    if (seconds < HOUR) return t("minutes", { count: Math.round(seconds / MINUTE) });
    if (seconds < 2 * DAY) return t("hours", { count: Math.round(seconds / HOUR) });
    return t("longDays", { count: Math.round(seconds / DAY) });
  };
  const figures = [
    { term: t("median"), value: duration(mails.medianSeconds), detail: t("toDelivery") },
    { term: t("p95"), value: duration(mails.p95Seconds), detail: t("toDelivery") },
    {
      term: t("activations"),
      value: String(mails.activationsUsed),
      detail: t("ofSent", { count: mails.activationsSent }),
    },
  ];
  return (
    <>
      <dl className="mail-figures">
        {figures.map(({ term, value, detail }) => (
          <div key={term}>
            <dt className="text-1 text-ink-2">{term}</dt>
            <dd className="text-5 font-bold">{value}</dd>
            <dd className="text-1 text-ink-2">{detail}</dd>
          </div>
        ))}
      </dl>
      {mails.cutAt !== null && <p className="mt-2 text-1 text-ink-2">{t("cut", { max: mails.cutAt })}</p>}
    </>
  );
}
