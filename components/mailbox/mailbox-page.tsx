import { getLocale, getTranslations } from "next-intl/server";
import { MAILBOX } from "@/components/mailbox/mailbox-path";
import { senderName } from "@/components/mailbox/sender-name";
import { Badge } from "@/components/ui/badge";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { formatInstant } from "@/lib/dates";

interface MailRow {
  id: string;
  from: string;
  to: string;
  subject: string;
  attachments: number;
  /** Milliseconds since 1970. */
  sentAt: number;
}

interface MailboxPageProps {
  mails: readonly MailRow[];
  /** The recipient to filter by, or "". */
  to: string;
  /** Whether older mails may have been left out. */
  isFull: boolean;
}

/** `/dev/mailbox`: all mails that the demo sent. */
export async function MailboxPage({ mails, to, isFull }: MailboxPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("mailbox")]);
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">
          {isFull ? t("newest", { count: mails.length }) : t("count", { count: mails.length })}
        </p>
      </PageHead>
      <p className="mb-6 max-w-text text-ink-2">{t("lead")}</p>
      <form className="mb-6 flex flex-wrap items-end gap-3" method="get" role="search">
        <div className="field w-full max-w-form">
          <label htmlFor="to">{t("to")}</label>
          <input
            className="input"
            id="to"
            name="to"
            type="text"
            inputMode="email"
            autoComplete="off"
            defaultValue={to}
          />
        </div>
        <SubmitButton kind="main">{t("search")}</SubmitButton>
        {to && (
          <LinkButton kind="quiet" href={MAILBOX}>
            {t("all")}
          </LinkButton>
        )}
      </form>
      {mails.length === 0 ? (
        <EmptyState title={to ? t("noneForTitle") : t("noneTitle")}>
          <p className="text-ink-2">{to ? t("noneFor", { to }) : t("none")}</p>
        </EmptyState>
      ) : (
        <ol className="bleed border-t border-line bg-surface text-2" aria-label={t("title")}>
          {mails.map((mail) => (
            <li
              key={mail.id}
              className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-line px-4 py-3 hover:bg-page desk:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_minmax(0,16rem)_auto]"
            >
              <span className="truncate max-desk:order-2 max-desk:col-span-2 max-desk:text-ink-2">
                {senderName(mail.from)}
              </span>
              <span className="min-w-0 break-words max-desk:order-1">
                <a className="font-medium after:absolute after:inset-0" href={`${MAILBOX}/${mail.id}`}>
                  {mail.subject}
                </a>{" "}
                {mail.attachments > 0 && <Badge>{t("attached", { count: mail.attachments })}</Badge>}
              </span>
              <span className="min-w-0 break-words text-ink-2 max-desk:order-3 max-desk:col-span-2">
                {mail.to}
              </span>
              <span className="text-right whitespace-nowrap text-ink-2 max-desk:order-1">
                {formatInstant(mail.sentAt, locale, "Europe/Paris")}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
