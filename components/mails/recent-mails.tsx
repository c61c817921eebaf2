import { getLocale, getTranslations } from "next-intl/server";
import { Entries, Entry } from "@/components/ui/entries";
import { Icon } from "@/components/ui/icon";
import { formatDate, formatInstant } from "@/lib/dates";

/** What became of a mail; each has its words in the messages. */
export type MailFate =
  | "waiting"
  | "sent"
  | "delivered"
  | "delayed"
  | "mailbox_full"
  | "too_large"
  | "refused"
  | "sent_back"
  | "unwanted"
  | "stopped_refused"
  | "stopped_unwanted"
  | "suppressed"
  | "withdrawn"
  | "not_sent"
  | "uncertain";

/** A mail of the account; `at` is when it left, or was made. */
export type MailEntry = {
  id: string;
  kind: string;
  document: { type: "invoice" | "credit_note"; number: string } | null;
  digest: { day: string; count: number } | null;
  recipient: string;
  at: Date;
  fate: MailFate;
  /** Whether it did not reach its reader, or may not have. */
  isTrouble: boolean;
};

const KINDS = [
  "activation",
  "invitation",
  "recovery",
  "attachment",
  "password_changed",
  "address_changed",
  "request_made",
  "request_received",
  "request_accepted",
] as const;

/** Mails, the newest first, and what became of each in words. */
export async function RecentMails({ mails, timeZone }: { mails: readonly MailEntry[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("recentMails")]);
  const subjectOf = ({ kind, document, digest }: MailEntry) => {
    if (document) return t("document", document);
    if (digest) return t("digest", { count: digest.count, day: formatDate(digest.day, locale) });
    return t(`kinds.${KINDS.find((name) => name === kind) ?? "other"}`);
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
          <p className={`flex gap-2 ${fateClass(mail)}`}>
            <Icon
              name={mail.isTrouble ? "alert" : mail.fate === "delivered" ? "check" : "dash"}
              className="mt-px"
            />
            <span>{t(`fates.${mail.fate}`)}</span>
          </p>
        </Entry>
      ))}
    </Entries>
  );
}

function fateClass({ fate, isTrouble }: MailEntry): string {
  if (isTrouble) return "text-bad";
  return fate === "delivered" ? "text-ok" : "text-ink-2";
}
