import { getNow, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import type { Enrolment } from "@/lib/sign-in/second-factor/describe-enrolment";
import { CodeField } from "./code-field";
import type { CodeProblem } from "./code-problem";
import { EnrolmentSteps } from "./enrolment-steps";

interface EnrolPageProps {
  enrolment: Enrolment;
  problem: CodeProblem | null;
  next: string | null;
  /** Receives `code`, `offer` and, if set, `next`. */
  enrol: (form: FormData) => Promise<void>;
  /** Null where the page already has a menu with sign-out. */
  signOut: ((form: FormData) => Promise<void>) | null;
}

/** « Activer le second facteur »: at the first sign-in of staff, and under Sécurité. */
export async function EnrolPage({ enrolment, problem, next, enrol, signOut }: EnrolPageProps) {
  const [now, t] = await Promise.all([getNow(), getTranslations("secondFactor")]);
  return (
    <div className="grid items-start gap-x-12 gap-y-8 tablet:grid-cols-[minmax(0,32rem)_minmax(0,26rem)]">
      <div>
        <h1>{t("enrol.title")}</h1>
        <p className="mt-2 mb-5 text-ink-2">{t("enrol.lead")}</p>
        <Form key={problem ? now.getTime() : "first"} action={enrol}>
          <input type="hidden" name="offer" value={enrolment.offer} />
          {next !== null && <input type="hidden" name="next" value={next} />}
          <EnrolmentSteps enrolment={enrolment}>
            <div className="mt-3 grid max-w-64 gap-4">
              <CodeField id="code" problem={problem} autoFocus={problem !== null} />
              <SubmitButton kind="main" className="justify-self-start text-3">
                {t("submit")}
              </SubmitButton>
            </div>
          </EnrolmentSteps>
        </Form>
        {signOut && (
          <Form action={signOut} className="mt-6">
            <SubmitButton kind="quiet" className="-ml-[calc(0.5rem+1px)]">
              {t("signOut")}
            </SubmitButton>
          </Form>
        )}
      </div>
      <div className="tablet:pt-2">
        <Section title={t("enrol.whichTitle")}>
          <p className="text-2 text-ink-2">{t("enrol.which")}</p>
        </Section>
      </div>
    </div>
  );
}
