import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "@/lib/dates";
import { FAILED_DAYS } from "@/lib/health/health-rules";
import type { FailedMail } from "@/lib/health/list-failed-mails";

interface FailedMailsProps {
  mails: readonly FailedMail[];
  timeZone: string;
}

/** The newest mails that were not sent, or may not have been, with their recipients masked. */
export async function FailedMails({ mails, timeZone }: FailedMailsProps) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.health.failed"),
    getTranslations("recentMails"),
  ]);
  if (mails.length === 0) return <p className="text-ink-2">{t("none", { days: FAILED_DAYS })}</p>;
  return (
    <table className="plain-table table-cards">
      <thead>
        <tr>
          {(["mail", "recipient", "supplier", "queued", "reason"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row" className="card-line">
              {words(`kinds.${mail.kind}`)}
            </th>
            <td className="card-line">{mail.maskedRecipient}</td>
            <td className="card-line">{mail.supplierName ?? t("installation")}</td>
            <td className="card-line">{formatInstant(mail.queuedAt, locale, timeZone)}</td>
            <td className="card-line">
              <span className={mail.isUncertain ? "text-warn" : "text-bad"}>
                {t(mail.isUncertain ? "uncertain" : "dead")}
              </span>
              <small>{t(`reasons.${mail.reason}`)}</small>
              {mail.failure && <small className="font-mono">{mail.failure}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
