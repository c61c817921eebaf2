import { getLocale, getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { TimelineEntry, TimelineFilter } from "@/lib/accounts/one/timeline/timeline";
import { formatDate, formatTime, type PlainDate, todayIn } from "@/lib/dates";
import { PageLinks } from "../page-links";
import { entryWords } from "./entry-words";

interface TimelineListProps {
  entries: readonly TimelineEntry[];
  filters: readonly TimelineFilter[];
  filter: TimelineFilter | null;
  /** Returns the URL of the page with this filter. */
  hrefOf: (filter: TimelineFilter | null) => string;
  olderHref: string | null;
  newestHref: string | null;
  timeZone: string;
  /** In the supplier’s time zone. */
  today: PlainDate;
}

/** Everything that happened to the account, newest first, grouped by day. */
export async function TimelineList(props: TimelineListProps) {
  const { entries, filters, filter, hrefOf, olderHref, newestHref, timeZone, today } = props;
  const [locale, t, mails] = await Promise.all([
    getLocale(),
    getTranslations("console.account.timeline"),
    getTranslations("recentMails"),
  ]);
  const context = { locale, timeZone };
  const days = byDay(entries, (entry) => todayIn(timeZone, entry.at.getTime()));
  return (
    <section id="timeline">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2>{t("title")}</h2>
        <nav className="timeline-kinds ml-auto flex flex-wrap gap-x-4 text-2" aria-label={t("filterLabel")}>
          {[null, ...filters].map((one) => (
            <a
              key={one ?? "all"}
              className="tap-link"
              href={hrefOf(one)}
              aria-current={one === filter ? "true" : undefined}
            >
              {t(`filters.${one ?? "all"}`)}
            </a>
          ))}
        </nav>
      </div>
      {entries.length === 0 && <p className="text-2 text-ink-2">{t("none")}</p>}
      {days.map(({ day, entries: ofDay }) => (
        <div key={day}>
          <h3 className="events-day">
            {day === today ? t("today", { date: formatDate(day, locale) }) : formatDate(day, locale)}
          </h3>
          <ol className="events">
            {ofDay.map((entry) => {
              const { title, detail, by } = entryWords(entry, t, mails, context);
              return (
                <li key={entry.id} className={toneOf(entry)}>
                  <time dateTime={entry.at.toISOString()}>{formatTime(entry.at, timeZone)}</time>
                  <Icon name={iconOf(entry)} />
                  <div>
                    <b>{title}</b>
                    {detail && <small>{detail}</small>}
                  </div>
                  <span className="events-by">{by}</span>
                </li>
              );
            })}
          </ol>
        </div>
      ))}
      <PageLinks
        newest={newestHref && { href: newestHref, label: t("newest") }}
        older={olderHref && { href: olderHref, label: t("older") }}
      />
    </section>
  );
}

function byDay(entries: readonly TimelineEntry[], dayOf: (entry: TimelineEntry) => PlainDate) {
  const days: { day: PlainDate; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function toneOf(entry: TimelineEntry): string | undefined {
  if (entry.kind !== "mail") return undefined;
  if (entry.status === "delayed") return "is-late";
  if (entry.isTrouble) return "is-bad";
  return entry.status === "delivered" ? "is-ok" : undefined;
}

function iconOf(entry: TimelineEntry): IconName {
  if (entry.kind === "mail")
    return entry.isTrouble ? "alert" : entry.status === "delivered" ? "check" : "dash";
  switch (entry.action) {
    case "invoice_deposited":
      return "file";
    case "invoice_withdrawn":
      return "close";
    case "signed_in":
    case "signed_out":
    case "account_switched":
      return "account";
    default:
      return "dash";
  }
}
