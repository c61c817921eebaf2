import { getLocale, getTranslations } from "next-intl/server";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { UNUSED_ACTIVATION_DAYS } from "@/lib/accounts/lists/account-list";
import { accountsPath } from "@/lib/accounts/lists/account-query";
import type { Today, Waiting } from "@/lib/console/open-today";
import { formatDate, todayIn } from "@/lib/dates";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { LEAVING_DAYS } from "@/lib/retention/unread-days";

const LINES = [
  "delivery_problems",
  "no_address",
  "requests",
  "questions",
  "never_activated",
  "leaving",
  "paper",
] as const;
type Line = (typeof LINES)[number];

const TONES: Partial<Record<Line, string>> = {
  delivery_problems: "text-bad",
  no_address: "text-warn",
  requests: "text-accent",
  questions: "text-accent",
  leaving: "text-warn",
};

/** What is to do: each number leads to its list. Lines with nothing to do stay, quietly, in their place. */
export async function WorkList({ today, timeZone }: { today: Today; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.today.work")]);
  const day = (at: Date) => formatDate(todayIn(timeZone, at.getTime()), locale);
  const waiting: Partial<Record<Line, Waiting>> = { requests: today.requests, questions: today.questions };
  const countOf = (line: Line): Count =>
    waiting[line] ? { value: waiting[line].count, isCapped: false } : today.counts[line];
  const detailOf = (line: Line) => {
    const oldestAt = waiting[line]?.oldestAt;
    if (oldestAt) return t("waitingSince", { date: day(oldestAt) });
    return t(`details.${line}`, { days: line === "leaving" ? LEAVING_DAYS : UNUSED_ACTIVATION_DAYS });
  };
  return (
    <ul className="work-list">
      {LINES.map((line) => {
        const count = countOf(line);
        return (
          <li key={line}>
            <a href={accountsPath({ q: "", list: line, sort: { by: "company", isDescending: false } })}>
              <b className={count.value === 0 ? "is-none" : TONES[line]}>
                {t("count", countArguments(count))}
              </b>
              <span>
                <strong>{t(`names.${line}`)}</strong>
                <small>{count.value === 0 ? t("none") : detailOf(line)}</small>
              </span>
              <Icon name="next" className="text-ink-3" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
