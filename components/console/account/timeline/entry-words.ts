import type { getTranslations } from "next-intl/server";
import type { Actor, TimelineEntry } from "@/lib/accounts/one/timeline/timeline";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import { fieldsInWords } from "./fields-in-words";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.timeline">>>;
type MailWords = Awaited<ReturnType<typeof getTranslations<"recentMails">>>;

/** Returns one entry of the timeline as text: the title, the details and the actor. */
export function entryWords(
  entry: TimelineEntry,
  t: Words,
  mails: MailWords,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): { title: string; detail: string; by: string } {
  if (entry.kind === "mail") {
    const { recipient, reportedAt, number } = entry;
    const reported = reportedAt && formatInstant(reportedAt, locale, timeZone);
    const where =
      reported && reported !== formatInstant(entry.at, locale, timeZone)
        ? t("mailReported", { address: recipient, at: reported })
        : t("mailTo", { address: recipient });
    const status = mails(`statuses.${entry.status}`);
    return {
      title: t("mail", { kind: mails(`kinds.${entry.mail}`), status: withLowerCaseInitial(status, locale) }),
      detail: [number, where].filter(Boolean).join(", "),
      by: t("portal"),
    };
  }
  const { invoices, fields, reason, about } = entry;
  const count = invoices?.count ?? 1;
  return {
    title: t(`actions.${entry.action}`, { count }),
    detail: [
      about,
      invoices && numbersInWords(invoices, t),
      fieldsInWords(fields, t),
      reason && t("reason", { reason }),
    ]
      .filter(Boolean)
      .join(", "),
    by: actorInWords(entry.actor, t),
  };
}

const withLowerCaseInitial = (text: string, locale: Locale) =>
  text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);

function numbersInWords({ count, numbers }: { count: number; numbers: string[] }, t: Words): string {
  const named = numbers.join(", ");
  const more = count - numbers.length;
  return more > 0 ? t("more", { numbers: named, count: more }) : named;
}

function actorInWords(actor: Actor, t: Words): string {
  switch (actor.kind) {
    case "you":
      return t("you");
    case "user":
      return actor.label;
    case "key":
      return t("key", { name: actor.name });
    case "portal":
      return t("portal");
  }
}
