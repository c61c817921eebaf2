import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";

interface OwnFactorProps {
  /** Null while the user has no second factor. */
  factor: { enrolledAt: string; codesLeft: number } | null;
  start: AnsweringAction;
  renew: AnsweringAction;
  remove: AnsweringAction;
}

/** « Second facteur » under Sécurité: turn it on, replace the recovery codes, turn it off. */
export async function OwnFactor({ factor, start, renew, remove }: OwnFactorProps) {
  const t = await getTranslations("secondFactor.own");
  return (
    <Section title={t("title")}>
      <p className="mb-3 text-2 text-ink-2">
        {factor ? t("on", { when: factor.enrolledAt, count: factor.codesLeft }) : t("off")}
      </p>
      {factor ? (
        <div className="grid gap-4">
          <AnsweredForm action={renew} className="grid max-w-form gap-4">
            <ProofSubmit id="renew-proof" kind="plain">
              {t("renew")}
            </ProofSubmit>
          </AnsweredForm>
          <AnsweredForm action={remove} className="grid max-w-form gap-4">
            <ProofSubmit id="remove-proof" kind="danger">
              {t("remove")}
            </ProofSubmit>
          </AnsweredForm>
        </div>
      ) : (
        <AnsweredForm action={start} className="grid max-w-form gap-4">
          <ProofSubmit id="start-proof" kind="plain">
            {t("start")}
          </ProofSubmit>
        </AnsweredForm>
      )}
    </Section>
  );
}
