import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Form } from "@/components/ui/form";
import type { InvoiceAnswer } from "@/lib/accounts/one/answer/invoice-answer";
import type { Locale } from "@/lib/languages";
import { answerSentences } from "./answer-sentences";
import { replyText, technicalText } from "./answer-texts";

interface AnswerPanelProps {
  answer: InvoiceAnswer;
  /** The mail servers of the recipient's domain, from the DNS. */
  mailServers: readonly string[];
  accountPath: string;
  customerLocale: Locale;
  timeZone: string;
  supplierName: string;
  /** Receives `what` and `invoice`. */
  resend: (form: FormData) => Promise<void>;
}

/** What happened to one invoice, in sentences, with the button that solves the problem and with texts to copy. */
export async function AnswerPanel(props: AnswerPanelProps) {
  const { answer, mailServers, accountPath, customerLocale, timeZone, supplierName, resend } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.account.answer")]);
  const customer = { locale: customerLocale, timeZone, supplierName };
  const [reply, technical] = await Promise.all([
    replyText(answer, customer),
    technicalText(answer, mailServers, customer),
  ]);
  const { number, remedy } = answer;
  return (
    <section id="answer" className="invoice-answer" aria-label={t("label", { number })}>
      <p>
        <mark>{number}</mark> {answerSentences(answer, t, { locale, timeZone }).join(" ")}
      </p>
      <div className="actions">
        {(remedy === "resend" || remedy === "resend_activation") && (
          <Form action={resend}>
            <input type="hidden" name="what" value={remedy === "resend" ? "invoice" : "activation"} />
            <input type="hidden" name="invoice" value={answer.id} />
            <SubmitButton kind="main">{t(`remedy.${remedy}`)}</SubmitButton>
          </Form>
        )}
        {remedy === "change_address" && (
          <LinkButton kind="main" href={`${accountPath}?invoice=${answer.id}&open=address#address`}>
            {t("remedy.change_address")}
          </LinkButton>
        )}
        {remedy === "set_preference" && (
          <LinkButton kind="main" href={`${accountPath}?invoice=${answer.id}&open=preference#preference`}>
            {t("remedy.set_preference")}
          </LinkButton>
        )}
        {remedy === "set_channel" && (
          <LinkButton kind="main" href={`${accountPath}?invoice=${answer.id}&open=channel#channel`}>
            {t("remedy.set_channel")}
          </LinkButton>
        )}
        <CopyText text={reply} label={t("copy")} />
        {technical && <CopyText text={technical} label={t("copyTechnical")} />}
        <a className="tap-link text-2 tablet:ml-auto" href={accountPath}>
          {t("close")}
        </a>
      </div>
      <details className="fold">
        <summary>{t("showTexts")}</summary>
        <CopiedText title={t("reply")} text={reply} language={customerLocale} />
        {technical && <CopiedText title={t("technical")} text={technical} language={customerLocale} />}
      </details>
    </section>
  );
}

/** The text itself, to select and copy without a script. */
function CopiedText({ title, text, language }: { title: string; text: string; language: Locale }) {
  return (
    <>
      <p className="mt-3 text-2 font-medium">{title}</p>
      <pre className="mt-1 text-2 wrap-anywhere whitespace-pre-wrap" lang={language} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
