import type { getTranslations } from "next-intl/server";
import type { Hindrance } from "@/lib/accounts/one/people/hindrance";
import { formatInstant, formatTime, type PlainDate, todayIn } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.access">>>;
type Statuses = Awaited<ReturnType<typeof getTranslations<"recentMails.statuses">>>;

/** Says what hinders a person from signing in, and what to do about it. */
export function hindranceWords(
  hindrance: Hindrance,
  t: Words,
  statuses: Statuses,
  { locale, timeZone, today }: { locale: Locale; timeZone: string; today: PlainDate },
): string {
  const at = (when: Date | null) => (when === null ? "none" : formatInstant(when, locale, timeZone));
  switch (hindrance.kind) {
    case "blocked":
      return t("blocked", {
        until: at(hindrance.until),
        time: formatTime(hindrance.until, timeZone),
        isToday: todayIn(timeZone, hindrance.until.getTime()) === today ? "yes" : "no",
        attempts: hindrance.attempts,
      });
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
