import { getLocale, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { SelectField } from "@/components/ui/select-field";
import { LANGUAGES } from "@/lib/language-formats";
import { groupDigits } from "@/lib/money";
import { isEnded } from "@/lib/request-choices";
import type { OpenedRequest } from "@/lib/requests/open-staff-request";
import { ANSWER_LENGTH } from "@/lib/requests/request-limits";
import { AnswerText } from "./answer-text";

export interface AnswerFormProps {
  request: OpenedRequest;
  /** Receives `text`, `template`, `seen` and `step`. */
  answer: AnsweringAction;
  /** Tells colleagues that the viewer is still writing an answer. */
  markAnswering: (shown: null, form: FormData) => Promise<unknown>;
}

/** The form of an answer to a request: a template to insert, the text, and the buttons. */
export async function AnswerForm({ request, answer, markAnswering }: AnswerFormProps) {
  const { thread, templates, account } = request;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.requests")]);
  const length = groupDigits(String(ANSWER_LENGTH), LANGUAGES[locale].thousandsMark);
  const needsDecision = thread.subject.kind !== "question" && !isEnded(thread.state);
  const { address } = thread.asked;
  const isAddressChanged = address === null || address === account.email || address === account.pendingEmail;
  const change = new URLSearchParams({ change: "address", to: address ?? "", request: thread.id });
  return (
    <AnsweredForm action={answer} className="section grid gap-4">
      <h2>{t("answerTitle")}</h2>
      {needsDecision && address !== null && (
        <Note tone={isAddressChanged ? "ok" : "info"}>
          {isAddressChanged ? (
            <p>{t("addressChanged", { address })}</p>
          ) : (
            <>
              <p>{t("addressFirst", { address })}</p>
              <p>
                <a href={`/console/accounts/${account.id}?${change}#address`}>{t("changeAddress")}</a>
              </p>
            </>
          )}
        </Note>
      )}
      {templates.length > 0 && (
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            id="template"
            name="template"
            label={t("template")}
            defaultValue=""
            className="min-w-0 flex-1"
          >
            <option value="">{t("noTemplate")}</option>
            {templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <button className="button" name="step" value="insert">
            {t("insert")}
          </button>
        </div>
      )}
      <input type="hidden" name="seen" value={request.seen} />
      <AnswerText
        label={t("answerLabel")}
        hint={t("answerHint", { length })}
        maxLength={ANSWER_LENGTH}
        problems={{
          nothing_written: t("problems.nothing_written"),
          too_long: t("problems.too_long", { length }),
          newer_message: t("problems.newer_message"),
          address_not_changed: t("problems.address_not_changed"),
          no_decision: t("problems.no_decision"),
          not_found: t("problems.not_found"),
          no_template: t("problems.no_template"),
        }}
        markAnswering={markAnswering}
      />
      {needsDecision && <p className="text-1 text-ink-2">{t(`decision.${thread.subject.kind}`)}</p>}
      <Actions>
        {needsDecision && (
          <>
            <button className="button button-main" name="step" value="accept">
              {t("accept")}
            </button>
            <button className="button button-danger" name="step" value="decline">
              {t("decline")}
            </button>
          </>
        )}
        <button className={needsDecision ? "button" : "button button-main"} name="step" value="send">
          {t("answer")}
        </button>
      </Actions>
    </AnsweredForm>
  );
}
