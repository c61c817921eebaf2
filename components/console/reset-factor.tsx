import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { ActionBox, Consequences } from "./account/action-box";
import { PersonChoice } from "./person-choice";

interface ResetFactorProps {
  /** The people who have a second factor, without the viewer. */
  people: readonly { id: string; name: string; identifier: string }[];
  /** Whether the people are staff. After the reset, staff must enrol again; customers' users may. */
  areStaff: boolean;
  /** Whether the last form was refused, because somebody else had already reset the second factor. */
  isRefused: boolean;
  /** Receives `user`. */
  reset: AnsweringAction;
}

/**
 * « Réinitialiser le second facteur »: the form for a person who has lost it. Not shown if none of the people has one.
 */
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
