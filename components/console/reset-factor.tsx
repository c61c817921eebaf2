import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { ActionBox, Consequences } from "./account/action-box";
import { PersonChoice } from "./person-choice";

interface ResetFactorProps {
  /** Those who have a second factor and are somebody else. */
  people: readonly { id: string; name: string; identifier: string }[];
  /** Staff must enrol again; a customer's user may. */
  areStaff: boolean;
  /** Whether the last form was refused, because somebody else was faster. */
  isRefused: boolean;
  /** Receives `user`. */
  reset: AnsweringAction;
}

/** « Réinitialiser le second facteur » of somebody who has lost it. Missing while nobody here has one. */
export async function ResetFactor({ people, areStaff, isRefused, reset }: ResetFactorProps) {
  const t = await getTranslations("console.resetFactor");
  if (people.length === 0) return null;
  return (
    <ActionBox id="reset-factor" title={t("action")} hint={t("hint")} isOpen={isRefused}>
      <AnsweredForm action={reset} className="grid gap-4">
        {isRefused && (
          <Note tone="bad">
            <p>{t("notFound")}</p>
          </Note>
        )}
        <PersonChoice id="reset-factor-user" label={t("person")} people={people} />
        <Consequences
          lines={[
            { when: t("now"), what: t("nowWhat") },
            { when: t("then"), what: t(areStaff ? "thenStaff" : "thenCustomer") },
            { when: t("mail"), what: t("mailWhat") },
          ]}
        />
        <ProofSubmit id="reset-factor-proof" kind="main">
          {t("action")}
        </ProofSubmit>
      </AnsweredForm>
    </ActionBox>
  );
}
