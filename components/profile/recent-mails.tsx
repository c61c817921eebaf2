import { getLocale, getTranslations } from "next-intl/server";
import { Entries, Entry } from "@/components/ui/entries";
import { Icon } from "@/components/ui/icon";
import { formatDate, formatInstant } from "@/lib/dates";
import type { RecentMail } from "@/lib/mails/deliveries/list-recent-mails";

/** The list of recent mails, newest first, with the delivery state of each. */
export async function RecentMails({ mails, timeZone }: { mails: readonly RecentMail[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("recentMails")]);
  const subjectOf = ({ kind, document, digest }: RecentMail) => {
    if (document) return t("document", document);
    if (digest) return t("digest", { count: digest.count, day: formatDate(digest.day, locale) });
    return t(`kinds.${kind}`);
  };
  return (
    <Entries>
      {mails.map((mail) => (
        <Entry
          key={mail.id}
          title={subjectOf(mail)}
          detail={t.rich("line", {
            when: formatInstant(mail.at, locale, timeZone),
            address: () => <bdi>{mail.recipient}</bdi>,
          })}
        >
          <p className={`flex gap-2 ${statusClass(mail)}`}>
            <Icon
              name={mail.isTrouble ? "alert" : mail.status === "delivered" ? "check" : "dash"}
              className="mt-px"
            />
            <span>{t(`statuses.${mail.status}`)}</span>
          </p>
        </Entry>
      ))}
    </Entries>
  );
}

function statusClass({ status, isTrouble }: RecentMail): string {
  if (isTrouble) return "text-bad";
  return status === "delivered" ? "text-ok" : "text-ink-2";
}
