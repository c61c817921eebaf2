import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import { formatDate, todayIn } from "@/lib/dates";
import { AccountFacts } from "./account-facts";
import type { AccountFormResult } from "./account-form-result";

interface AccountPageProps {
  account: OpenedAccount;
  accountPath: string;
  timeZone: string;
  formResult: AccountFormResult;
  /** What happened to one invoice, above the rest (`AnswerPanel`). */
  answer?: ReactNode;
  /** The people of the account, below the facts. */
  people: ReactNode;
  /** What happened to the account: invoices, requests, notes, the timeline. */
  history: ReactNode;
  /** The list of actions at the right (`ActionBox`). */
  actions: ReactNode;
}

/** `/console/accounts/{id}`: everything about one account, and everything that can be done to it. */
export async function AccountPage({
  account,
  accountPath,
  timeZone,
  formResult,
  answer,
  people,
  history,
  actions,
}: AccountPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.account")]);
  const { customerNumber, createdAt, adviserName } = account;
  return (
    <>
      <div className="page-head">
        <div>
          <h1 className="wrap-anywhere">{account.companyName}</h1>
          <p className="mt-1 text-2 text-ink-2">
            {t("lead", {
              number: customerNumber,
              date: formatDate(todayIn(timeZone, createdAt.getTime()), locale),
              state: account.state,
            })}
            {adviserName && t("leadAdviser", { name: adviserName })}
          </p>
        </div>
      </div>
      {formResult.done && (
        <div className="mb-5">
          <Note tone="ok">
            <p>{formResult.done}</p>
          </Note>
        </div>
      )}
      {answer}
      <div className="account-split">
        <div className="account-parts">
          <section>
            <h2 className="mb-3">{t("who")}</h2>
            <AccountFacts account={account} accountPath={accountPath} timeZone={timeZone} />
          </section>
          {people}
        </div>
        <section id="actions" className="account-actions">
          <h2 className="mb-3">{t("actions")}</h2>
          <div className="action-list">{actions}</div>
          <p className="mt-3 text-1 text-ink-2">{t("actionsHint")}</p>
        </section>
        <div className="account-parts">{history}</div>
      </div>
    </>
  );
}
