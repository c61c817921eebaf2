import { getLocale, getTranslations } from "next-intl/server";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { UNUSED_ACTIVATION_DAYS } from "@/lib/accounts/lists/account-list";
import { accountsPath } from "@/lib/accounts/lists/account-query";
import type { Today } from "@/lib/console/open-today";
import { formatDate, todayIn } from "@/lib/dates";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { REQUEST_KINDS, type RequestKind } from "@/lib/request-choices";
import { LEAVING_DAYS } from "@/lib/retention/unread-days";

const LINES = [
  "delivery_problems",
  "refused_files",
  "no_address",
  ...REQUEST_KINDS,
  "never_activated",
  "leaving",
  "to_print",
] as const;
type Line = (typeof LINES)[number];

const TONES: Partial<Record<Line, string>> = {
  delivery_problems: "text-bad",
  refused_files: "text-bad",
  no_address: "text-warn",
  notification_change: "text-accent",
  duplicate: "text-accent",
  question: "text-accent",
  leaving: "text-warn",
};

const isRequestKind = (line: Line): line is RequestKind => REQUEST_KINDS.some((kind) => kind === line);

/**
 * The open tasks: each number links to the entries that it counts. A line with the number 0 stays in its place, in a
 * grey colour.
 */
export async function WorkList({ today, timeZone }: { today: Today; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.today.work")]);
  const day = (at: Date) => formatDate(todayIn(timeZone, at.getTime()), locale);
  return (
    <ul className="work-list">
      {LINES.filter((line) => line !== "refused_files" || today.deposits !== null).map((line) => {
        const { count, oldestAt, path } = workOf(line, today);
        const days = line === "leaving" ? LEAVING_DAYS : UNUSED_ACTIVATION_DAYS;
        const detail = oldestAt ? t("waitingSince", { date: day(oldestAt) }) : t(`details.${line}`, { days });
        return (
          <li key={line}>
            <a href={path}>
              <b className={count.value === 0 ? "is-none" : TONES[line]}>
                {t("count", countArguments(count))}
              </b>
              <span>
                <strong>{t(`names.${line}`)}</strong>
                <small>{count.value === 0 ? t("none") : detail}</small>
              </span>
              <Icon name="next" className="text-ink-3" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * Returns the number of a line, the date of the oldest entry if it is known, and the path of the page that lists the
 * entries.
 */
function workOf(line: Line, today: Today): { count: Count; oldestAt: Date | null; path: string } {
  if (line === "delivery_problems")
    return { count: today.deliveryProblems, oldestAt: null, path: "/console/deliveries" };
  if (line === "refused_files")
    return {
      count: today.deposits?.refused ?? { value: 0, isCapped: false },
      oldestAt: null,
      path: "/console/deposits",
    };
  if (isRequestKind(line)) {
    const { count, oldestAt } = today.requests[line];
    return {
      count: { value: count, isCapped: false },
      oldestAt,
      path: `/console/requests?view=team&kind=${line}`,
    };
  }
  if (line === "to_print") return { count: today.toPrint, oldestAt: null, path: "/console/paper" };
  const path = accountsPath({ q: "", list: line, sort: { by: "company", isDescending: false } });
  return { count: today.counts[line], oldestAt: null, path };
}
