import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatDate, todayIn } from "@/lib/dates";
import type { Preference } from "@/lib/preferences";
import { DIRECT_LINK_MONTHS } from "@/lib/tokens/life-spans";

/** The notification settings of the account. Only the supplier changes them (R20). */
export interface Notified {
  address: string | null;
  since: Date | null;
  preference: Preference;
  isOnPaper: boolean;
  /** The reason why no mails are sent to the address; null if there is none. */
  stopped: "bounced" | "complained" | "suppressed" | null;
}

interface CurrentNotificationsProps {
  notified: Notified;
  supplierName: string;
  timeZone: string;
}

/** The current address and preference, why only the supplier changes them, and a warning if mails are stopped. */
export async function CurrentNotifications({ notified, supplierName, timeZone }: CurrentNotificationsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("notifications")]);
  const { address, since, stopped } = notified;
  return (
    <Section title={t("todayTitle")}>
      {address !== null && stopped && !notified.isOnPaper && (
        <div className="mb-4">
          <Note tone="warn" title={t("stoppedTitle")}>
            <p>{t(`stopped.${stopped}`, { address })}</p>
          </Note>
        </div>
      )}
      <Facts
        facts={[
          {
            term: t("address"),
            value:
              address === null ? (
                t("noAddress")
              ) : (
                <>
                  <bdi className="font-medium">{address}</bdi>
                  {since && (
                    <small className="block text-1 text-ink-2">
                      {t("since", { date: formatDate(todayIn(timeZone, since.getTime()), locale) })}
                    </small>
                  )}
                </>
              ),
          },
          {
            term: t("preference"),
            value: (
              <>
                <span className="font-medium">{t(`preferences.${notified.preference}`)}</span>
                <small className="block text-1 text-ink-2">
                  {t(`meanings.${notified.preference}`, { months: DIRECT_LINK_MONTHS })}
                </small>
              </>
            ),
          },
          { term: t("paperTerm"), value: notified.isOnPaper ? t("paperValue") : null },
        ]}
      />
      <p className="mt-4 text-2 text-ink-2">{t("why", { supplier: supplierName })}</p>
    </Section>
  );
}
