import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { addDays, formatDate, formatMinute, type PlainDate, weekdayOf } from "@/lib/dates";
import type { LateDeposit } from "@/lib/deposits/late-deposit";

/** A weekday is clear for this many days; afterwards the date is said. */
const WEEK_DAYS = 6;

/** « Aucun dépôt depuis vendredi, d’habitude vers 06:00. » */
export async function LateNote({ late, today }: { late: LateDeposit; today: PlainDate }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  const isThisWeek = late.lastDay >= addDays(today, -WEEK_DAYS);
  return (
    <Note
      tone="warn"
      title={t("late", {
        weekday: isThisWeek ? String(weekdayOf(late.lastDay)) : "other",
        date: formatDate(late.lastDay, locale),
        time: formatMinute(late.usualMinute),
      })}
    >
      <p>{t("lateAdvice")}</p>
    </Note>
  );
}
