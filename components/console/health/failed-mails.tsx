import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { formatInstant } from "@/lib/dates";
import { FAILED_DAYS } from "@/lib/health/health-rules";
import type { FailedMail } from "@/lib/health/list-failed-mails";
import { MAIL_CHOICES } from "@/lib/operators/mail-choices";

interface FailedMailsProps {
  mails: readonly FailedMail[];
  timeZone: string;
  /** Receives `do` and `mail`. */
  settle: AnsweringAction;
}

/** What became of the last mail that was settled. */
export async function SettledNote({ result }: { result: Readonly<Record<string, string>> }) {
  const t = await getTranslations("console.health.failed");
  const done = MAIL_CHOICES.find((one) => one === result.done);
  const refusal = (["settled", "too_often"] as const).find((one) => one === result.reason);
  if (done)
    return (
      <Note tone="ok">
        <p>{t(`done.${done}`)}</p>
      </Note>
    );
  return refusal ? (
    <Note tone="bad">
      <p>{t(`problems.${refusal}`)}</p>
    </Note>
  ) : null;
}

/** The newest mails that were not sent, or may not have been, with their recipients masked. */
export async function FailedMails({ mails, timeZone, settle }: FailedMailsProps) {
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
              <SettleMail mail={mail} settle={settle} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tries the mail again or drops it. A new try cannot help a mail whose address is refused. */
async function SettleMail({ mail, settle }: { mail: FailedMail; settle: AnsweringAction }) {
  const t = await getTranslations("console.health.failed");
  const isForAddress = mail.reason === "address_refused" || mail.reason === "address_malformed";
  const choices = isForAddress ? (["drop"] as const) : MAIL_CHOICES;
  return (
    <details className="mt-2">
      <summary className="button">{t("settle")}</summary>
      <AnsweredForm action={settle} className="mt-3 grid max-w-form gap-4">
        <input type="hidden" name="mail" value={mail.id} />
        <OptionGroup legend={t("choice")} isField>
          {choices.map((one, index) => (
            <OptionRow
              key={one}
              name="do"
              value={one}
              isChecked={index === 0}
              label={t(`choices.${one}`)}
              detail={t(one === "retry" && mail.isUncertain ? "hints.retryUncertain" : `hints.${one}`)}
              isKept
            />
          ))}
        </OptionGroup>
        <ProofSubmit id={`proof-${mail.id}`}>{t("confirm")}</ProofSubmit>
      </AnsweredForm>
    </details>
  );
}
