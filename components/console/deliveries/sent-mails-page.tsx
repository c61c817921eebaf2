import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/dates";
import type { SentMail } from "@/lib/desk/list-sent-mails";
import { DeskHead } from "./desk-head";

interface SentMailsPageProps {
  mails: readonly SentMail[];
  olderHref: string | null;
  timeZone: string;
  /** The number of days that the list covers. */
  days: number;
  heldNote: ReactNode;
}

/** `/console/deliveries?list=all`: all mails of the last 30 days with the delivery state of each. */
export async function SentMailsPage({ mails, olderHref, timeZone, days, heldNote }: SentMailsPageProps) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.deliveries"),
    getTranslations("recentMails"),
  ]);
  return (
    <>
      <DeskHead
        current="all"
        lead={t("allLead", { days })}
        query=""
        csvHref="/console/deliveries/export?list=all"
        heldNote={heldNote}
      />
      {mails.length === 0 ? (
        <p className="text-ink-2">{t("noneYet", { days })}</p>
      ) : (
        <table className="desk-table" role="table">
          <caption className="sr-only">{t("all")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(["time", "recipient", "company", "subject", "status"] as const).map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {mails.map((mail) => (
              <tr key={mail.id} role="row">
                <td role="cell">{formatInstant(mail.at, locale, timeZone)}</td>
                <th scope="row" role="rowheader" className="wrap-anywhere">
                  {mail.recipient}
                </th>
                <td role="cell">
                  {mail.accountId !== null && mail.companyName !== null && (
                    <a href={`/console/accounts/${mail.accountId}`}>
                      {t("customer", { company: mail.companyName, number: mail.customerNumber ?? "" })}
                    </a>
                  )}
                </td>
                <td role="cell">{words(`kinds.${mail.kind}`)}</td>
                <td role="cell" className={mail.isTrouble ? "text-bad" : undefined}>
                  {mail.isForwardRefused ? t("forwardRefused") : words(`statuses.${mail.status}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {olderHref && (
        <nav className="actions pt-4" aria-label={t("pages")}>
          <LinkButton href={olderHref} className="ml-auto">
            {t("next")}
            <Icon name="next" />
          </LinkButton>
        </nav>
      )}
    </>
  );
}
