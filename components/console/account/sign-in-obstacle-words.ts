import type { getTranslations } from "next-intl/server";
import type { SignInObstacle } from "@/lib/accounts/one/people/sign-in-obstacle";
import { formatInstant, formatTime, todayIn } from "@/lib/dates";
import { MINUTE_MS } from "@/lib/durations";
import type { Locale } from "@/lib/languages";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.access">>>;
type Statuses = Awaited<ReturnType<typeof getTranslations<"recentMails.statuses">>>;

/** Returns the text about an obstacle: what keeps a person from signing in, and what to do about it. */
export function obstacleWords(
  obstacle: SignInObstacle,
  t: Words,
  statuses: Statuses,
  { locale, timeZone, now }: { locale: Locale; timeZone: string; now: Date },
): string {
  const at = (when: Date | null) => (when === null ? "none" : formatInstant(when, locale, timeZone));
  switch (obstacle.kind) {
    case "blocked": {
      const msLeft = obstacle.until.getTime() - now.getTime();
      // Times are shown to the minute: a block must not seem to be over before it is.
      const until = Math.ceil(obstacle.until.getTime() / MINUTE_MS) * MINUTE_MS;
      const isToday = todayIn(timeZone, until) === todayIn(timeZone, now.getTime());
      return t("blocked", {
        end: msLeft < MINUTE_MS ? "soon" : isToday ? "today" : "later",
        seconds: Math.max(1, Math.ceil(msLeft / 1_000)),
        until: formatInstant(until, locale, timeZone),
        time: formatTime(until, timeZone),
        attempts: obstacle.attempts,
      });
    }
    case "first_access_expired":
      return t("first_access_expired", { at: at(obstacle.at) });
    case "default_password":
      return t("default_password", { until: at(obstacle.until) });
    case "link_unused":
      return t("link_unused", {
        sent: at(obstacle.sentAt),
        delivered: at(obstacle.deliveredAt),
        status: statuses(obstacle.status),
        until: at(obstacle.until),
      });
    case "address_stopped":
      return t("address_stopped", { state: obstacle.state, since: at(obstacle.since) });
    case "disabled":
    case "no_email":
    case "never_activated":
      return t(obstacle.kind);
  }
}
