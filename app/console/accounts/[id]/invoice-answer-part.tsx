import { getTranslations } from "next-intl/server";
import { AnswerPanel } from "@/components/console/account/answer/answer-panel";
import { Note } from "@/components/ui/note";
import { openAnswer } from "@/lib/accounts/one/answer/open-answer";
import { findMailServers } from "@/lib/mails/find-mail-servers";
import type { AccountPart } from "./account-part";
import { accountPath } from "./account-path";
import { resendAction } from "./resend-action";

/** The answer about the invoice that is named in the URL. */
export async function InvoiceAnswerPart({ session, account, query }: AccountPart) {
  const { id } = account;
  const answer = await openAnswer(session.viewer, id, query.invoice);
  if (!answer) {
    const t = await getTranslations("console.account.answer");
    return (
      <div className="mb-5">
        <Note tone="warn">
          <p>{t("missing")}</p>
        </Note>
      </div>
    );
  }
  const servers = answer.mail ? await findMailServers(answer.mail.recipient) : "unknown";
  return (
    <AnswerPanel
      answer={answer}
      mailServers={servers === "unknown" ? [] : servers}
      accountPath={accountPath(id)}
      customerLocale={account.locale}
      timeZone={session.supplier.timeZone}
      supplierName={session.supplier.name}
      resend={resendAction.bind(null, id)}
    />
  );
}
