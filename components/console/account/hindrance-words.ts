import type { getTranslations } from "next-intl/server";
import type { Hindrance } from "@/lib/accounts/one/people/hindrance";
import { formatInstant, formatTime, todayIn } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.access">>>;
type Statuses = Awaited<ReturnType<typeof getTranslations<"recentMails.statuses">>>;

const MINUTE_MS = 60_000;

/** Says what hinders a person from signing in, and what to do about it. */
export function hindranceWords(
  hindrance: Hindrance,
  t: Words,
  statuses: Statuses,
  { locale, timeZone, now }: { locale: Locale; timeZone: string; now: Date },
): string {
  const at = (when: Date | null) => (when === null ? "none" : formatInstant(when, locale, timeZone));
  switch (hindrance.kind) {
    case "blocked": {
      const msLeft = hindrance.until.getTime() - now.getTime();
      // Times are shown to the minute: a block must not seem to be over before it is.
      const until = Math.ceil(hindrance.until.getTime() / MINUTE_MS) * MINUTE_MS;
      const isToday = todayIn(timeZone, until) === todayIn(timeZone, now.getTime());
      return t("blocked", {
        end: msLeft < MINUTE_MS ? "soon" : isToday ? "today" : "later",
        seconds: Math.max(1, Math.ceil(msLeft / 1_000)),
        until: formatInstant(until, locale, timeZone),
        time: formatTime(until, timeZone),
        attempts: hindrance.attempts,
      });
    }
    case "first_access_expired":
      return t("first_access_expired", { at: at(hindrance.at) });
    case "default_password":
      return t("default_password", { until: at(hindrance.until) });
    case "link_unused":
      return t("link_unused", {
        sent: at(hindrance.sentAt),
        delivered: at(hindrance.deliveredAt),
        status: statuses(hindrance.status),
        until: at(hindrance.until),
      });
    case "address_stopped":
      return t("address_stopped", { state: hindrance.state, since: at(hindrance.since) });
    case "disabled":
    case "no_email":
    case "never_activated":
      return t(hindrance.kind);
  }
}
