import { getTranslations } from "next-intl/server";
import { ContactFacts } from "@/components/pages/contact-facts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/section";
import type { AdviserContact } from "@/lib/requests/find-adviser";
import { QuestionForm, type WritingRefusal } from "./question-form";

const REQUESTS = "/profile/requests";

interface NewQuestionPageProps {
  adviser: AdviserContact;
  refusal: WritingRefusal | null;
  ask: (form: FormData) => Promise<void>;
}

/** `/profile/requests/new`: a question without an invoice. */
export async function NewQuestionPage({ adviser, refusal, ask }: NewQuestionPageProps) {
  const t = await getTranslations("requests");
  return (
    <div className="grid gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href={REQUESTS}>
          {t("title")}
        </Breadcrumb>
        <h1>{t("newQuestion")}</h1>
        <p className="mt-2 text-2 text-ink-2">{t("newLead")}</p>
      </div>
      <div className="max-w-form">
        <QuestionForm
          invoice={null}
          refusal={refusal}
          answerWithinDays={adviser.answerWithinDays}
          cancelHref="/profile/requests"
          ask={ask}
        />
      </div>
      <Section title={t("adviserTitle")}>
        <ContactFacts contact={adviser} />
      </Section>
    </div>
  );
}
