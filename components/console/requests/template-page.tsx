import { getLocale, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { LANGUAGES } from "@/lib/language-formats";
import { LOCALES } from "@/lib/languages";
import { groupDigits } from "@/lib/money";
import { PLACEHOLDERS } from "@/lib/request-choices";
import type { AnswerTemplate } from "@/lib/requests/list-templates";
import { ANSWER_LENGTH, MAX_TEMPLATES, TITLE_LENGTH } from "@/lib/requests/request-limits";
import { TemplateResult } from "./template-result";

const TEMPLATES = "/console/templates";

interface TemplatePageProps {
  /** Null for a new template. */
  template: AnswerTemplate | null;
  isSaved: boolean;
  /** Receives `title`, a text for each language, and `step`. */
  save: AnsweringAction;
  remove: (() => Promise<void>) | null;
}

/** `/console/templates/{id}`: one ready-made answer with its text in each language, and a preview. */
export async function TemplatePage({ template, isSaved, save, remove }: TemplatePageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.templates")]);
  const limits = {
    length: groupDigits(String(ANSWER_LENGTH), LANGUAGES[locale].thousandsMark),
    title: TITLE_LENGTH,
    max: MAX_TEMPLATES,
  };
  return (
    <div className="max-w-text">
      <Breadcrumb label={t("breadcrumb")} href={TEMPLATES}>
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-5 wrap-anywhere">{template ? template.title : t("new")}</h1>
      {isSaved && (
        <div className="mb-5">
          <Note tone="ok">
            <p>{t("saved")}</p>
          </Note>
        </div>
      )}
      <AnsweredForm action={save} className="grid gap-5">
        <TemplateResult
          words={{
            preview: t("preview"),
            languages: Object.fromEntries(LOCALES.map((one) => [one, LANGUAGES[one].name])),
            problems: {
              title_missing: t("problems.title_missing"),
              title_too_long: t("problems.title_too_long", limits),
              title_taken: t("problems.title_taken"),
              text_missing: t("problems.text_missing"),
              too_long: t("problems.too_long", limits),
              unknown_placeholder: t("problems.unknown_placeholder", { placeholder: "{placeholder}" }),
              too_many: t("problems.too_many", limits),
              too_often: t("problems.too_often"),
              not_found: t("problems.not_found"),
            },
          }}
        />
        <Field
          id="title"
          name="title"
          label={t("titleLabel")}
          hint={t("titleHint")}
          autoComplete="off"
          defaultValue={template?.title ?? ""}
          isKept
        />
        {LOCALES.map((language) => (
          <TextArea
            key={language}
            id={language}
            name={language}
            label={t("text", { language: LANGUAGES[language].name })}
            rows={7}
            maxLength={ANSWER_LENGTH}
            defaultValue={template?.texts[language] ?? ""}
            isKept
          />
        ))}
        <div className="text-1 text-ink-2">
          <p>{t("placeholdersLead")}</p>
          <ul>
            {PLACEHOLDERS.map((placeholder) => (
              <li key={placeholder}>
                <code>{`{${placeholder}}`}</code> {t(`placeholders.${placeholder}`)}
              </li>
            ))}
          </ul>
        </div>
        <Actions>
          <button className="button button-main" name="step" value="save">
            {t("save")}
          </button>
          <button className="button" name="step" value="preview">
            {t("showPreview")}
          </button>
        </Actions>
      </AnsweredForm>
      {remove && (
        <Form action={remove} className="section mt-8">
          <SubmitButton kind="danger">{t("remove")}</SubmitButton>
          <p className="mt-2 text-1 text-ink-2">{t("removeHint")}</p>
        </Form>
      )}
    </div>
  );
}
