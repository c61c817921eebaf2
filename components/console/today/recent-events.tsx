import { getLocale, getTranslations } from "next-intl/server";
import type { Actor, RecentEvent } from "@/lib/console/list-recent-events";
import { formatInstant } from "@/lib/dates";

/** The latest events, newest first: what happened, to which customer, and who did it. */
export async function RecentEvents({
  events,
  timeZone,
}: {
  events: readonly RecentEvent[];
  timeZone: string;
}) {
  const [locale, t, journal, mails] = await Promise.all([
    getLocale(),
    getTranslations("console.today.happened"),
    getTranslations("admin.journal"),
    getTranslations("recentMails"),
  ]);
  if (events.length === 0) return <p className="text-2 text-ink-2">{t("none")}</p>;
  return (
    <ol className="recent-events">
      {events.map((event) => {
        const { at, accountId, companyName } = event;
        return (
          <li key={`${at.getTime()} ${accountId} ${event.kind}`}>
            <time dateTime={at.toISOString()}>{formatInstant(at, locale, timeZone)}</time>
            <div>
              <span className={event.kind === "mail" ? "font-medium text-bad" : undefined}>
                {event.kind === "mail" ? mails(`statuses.${event.status}`) : whatHappened(event)}
              </span>
              <small>
                {event.kind === "mail" && <>{event.recipient} · </>}
                {accountId !== null && <a href={`/console/accounts/${accountId}`}>{companyName}</a>}
              </small>
            </div>
          </li>
        );
      })}
    </ol>
  );

  function whatHappened({ action, count, by, about }: Extract<RecentEvent, { kind: "act" }>) {
    const who = nameOf(by);
    if (action === "invoice_deposited") return t("deposited", { who, count });
    const words = `actions.${action}` as "actions.signed_in";
    return journal.has(words)
      ? t("act", { who, what: journal(words, { about: about ?? "" }) })
      : t("changed", { who });
  }

  function nameOf(by: Actor): string {
    if (by.kind === "person") return by.name;
    return by.kind === "key" ? t("key", { name: by.name }) : t("portal");
  }
}
