import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { NumberGap } from "@/lib/completeness/number-gaps";
import { formatMonth, monthInSentence } from "@/lib/dates";

interface QuestionsProps {
  questions: readonly NumberGap[];
  /** The page that says that a question is settled. */
  page: "/home" | "/invoices/archive";
  /** Receives `after` and `page`. */
  settle: (form: FormData) => Promise<void>;
}

/** Missing numbers, as questions: neutral, after what is to do, and never counted. */
export async function Questions({ questions, page, settle }: QuestionsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("home.question")]);
  return questions.map(({ after, before, missing, month }) => (
    <section key={after} className="task task-question" aria-label={t("label", { after })}>
      <p className="task-number" aria-hidden="true">
        ?
      </p>
      <div className="min-w-0">
        <h2 className="break-words">{t("title", { count: missing.length, numbers: missing.join(", ") })}</h2>
        <p>{t("text", { month: monthInSentence(month, locale), after, before, count: missing.length })}</p>
      </div>
      <div className="task-action">
        <Form action={settle}>
          <input type="hidden" name="after" value={after} />
          <input type="hidden" name="page" value={page} />
          <SubmitButton kind="quiet">
            {t("settle")} <span className="sr-only">({formatMonth(month, locale)})</span>
          </SubmitButton>
        </Form>
        <LinkButton href="/profile/requests/new">{t("ask")}</LinkButton>
      </div>
    </section>
  ));
}
