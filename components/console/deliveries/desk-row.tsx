import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { formatInstant } from "@/lib/dates";
import type { DeliveryProblem } from "@/lib/desk/list-delivery-problems";
import { MailMarks } from "./mail-marks";

interface DeskRowProps {
  problem: DeliveryProblem;
  timeZone: string;
  accountHref: string;
  /** Opens or closes the form in this row. */
  toggleHref: string;
  /** The open form; null while the row is closed. */
  children: ReactNode;
  /** Receives `email`. */
  retry: (form: FormData) => Promise<void>;
}

/** One person who does not get the mails: the cause, the missed invoices, and the remedies. */
export async function DeskRow({ problem, timeZone, accountHref, toggleHref, children, retry }: DeskRowProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deliveries")]);
  const { cause, isMissing, isNotified, missed, remedies } = problem;
  const isOpen = children !== null;
  return (
    <>
      <tr role="row" className={isOpen ? "is-open" : undefined} id={`row-${problem.accountId}`}>
        <th scope="row" role="rowheader">
          <a href={accountHref}>{problem.person || t("unnamed")}</a>
          <small>{t("customer", { company: problem.companyName, number: problem.customerNumber })}</small>
          {problem.otherAccounts > 0 && <small>{t("alsoAccounts", { count: problem.otherAccounts })}</small>}
        </th>
        <td role="cell">
          <span className="wrap-anywhere">{problem.email}</span>
          {!isNotified && <small>{t("notNotified")}</small>}
          {problem.isChanging && <small>{t("isChanging")}</small>}
        </td>
        <td role="cell">
          <b className={isMissing ? "text-bad" : "text-warn"}>{t(`cause.${cause}`)}</b>
          <small>
            {t(`why.${cause}`)} {t("since", { at: formatInstant(problem.since, locale, timeZone) })}
          </small>
        </td>
        <td role="cell" data-label={t("lastMails")}>
          <MailMarks statuses={problem.lastMails} />
        </td>
        <td role="cell" className="is-number" data-label={t("missed")}>
          {t("missedCount", { count: missed })}
        </td>
        <td role="cell">
          <small>{isNotified ? t(`remedy.${cause}`) : t("forUser")}</small>
          <div className="desk-actions">
            {remedies.map((remedy) =>
              remedy === "change_address" ? (
                <LinkButton key={remedy} href={toggleHref}>
                  {isOpen ? t("close") : t("change")}
                </LinkButton>
              ) : remedy === "retry" ? (
                <Form key={remedy} action={retry}>
                  <input type="hidden" name="email" value={problem.email} />
                  <SubmitButton kind="plain">{t("retry")}</SubmitButton>
                </Form>
              ) : null,
            )}
          </div>
          {remedies.includes("retry") && <small>{t("retryHint", { count: missed })}</small>}
        </td>
      </tr>
      {isOpen && (
        <tr role="row" className="is-form">
          <td role="cell" colSpan={6}>
            <h2 className="mb-3">{t("fixTitle", { company: problem.companyName })}</h2>
            <div className="max-w-text">{children}</div>
          </td>
        </tr>
      )}
    </>
  );
}
