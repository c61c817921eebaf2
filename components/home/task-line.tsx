import { getLocale, getTranslations } from "next-intl/server";
import { countArguments } from "@/components/ui/count-arguments";
import { formatDate } from "@/lib/dates";
import type { TaskCounts } from "@/lib/tasks/task-counts";

interface TaskLineProps {
  counts: TaskCounts;
  takeLeavingUrl: string;
  homeUrl: string;
}

/**
 * One line at the head of the list: what « À faire » says and the list does not, its first day and its download. Nothing
 * when there is nothing; what is new and left to take is said by the list itself.
 */
export async function TaskLine({ counts, takeLeavingUrl, homeUrl }: TaskLineProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home.line")]);
  const { leaving, firstLeaving, answers } = counts;
  if (leaving.value === 0 && answers === 0) return null;
  return (
    <p role="status" className="mb-3 text-2">
      {leaving.value > 0 && (
        <>
          {t.rich("leaving", {
            ...countArguments(leaving),
            date: formatDate(firstLeaving ?? "", locale),
            b: (words) => <b className="text-warn">{words}</b>,
          })}{" "}
          <a href={takeLeavingUrl}>{t("take", { count: leaving.value })}</a>
        </>
      )}
      {leaving.value > 0 && answers > 0 && " · "}
      {answers > 0 && t("answers", { count: answers })} <a href={homeUrl}>{t("home")}</a>
    </p>
  );
}
