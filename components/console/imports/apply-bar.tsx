import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Field } from "@/components/ui/field";
import { ProofSubmit } from "@/components/ui/proof-submit";
import type { ImportFound } from "@/lib/imports/get-import";

interface ApplyBarProps {
  found: ImportFound;
  refusal: string | null;
  typed: string;
  apply: AnsweringAction;
}

/**
 * The numbers of lines that « Appliquer » will apply and leave out, and the button. If many addresses change, the user
 * must type their number.
 */
export async function ApplyBar({ found, refusal, typed, apply }: ApplyBarProps) {
  const t = await getTranslations("console.imports");
  const { counts, countToType, id } = found;
  const { refused } = counts.verdicts;
  const left = (["refused", "superseded", "same"] as const).flatMap((verdict) => {
    const count = counts.verdicts[verdict] - (verdict === "superseded" ? counts.forced : 0);
    return count === 0 ? [] : [`${count}\u00a0${t(`tally.${verdict}`, { count })}`];
  });
  return (
    <AnsweredForm action={apply} className="apply-bar">
      <p>
        <b>{t("apply.count", { count: counts.waiting })}</b>
        {left.length > 0 && t("apply.left", { list: left.join(", ") })}. {t("apply.noMail")}{" "}
        {refused > 0 && (
          <a href={`/console/accounts/import/${id}/refused`}>{t("apply.refusedCsv", { count: refused })}</a>
        )}
      </p>
      {countToType !== null && (
        <Field
          id="count"
          name="count"
          label={t("apply.type", { count: countToType })}
          error={refusal ?? undefined}
          defaultValue={typed}
          autoComplete="off"
          isKept
        />
      )}
      {counts.waiting > 0 && <ProofSubmit id="apply-proof">{t("apply.button")}</ProofSubmit>}
    </AnsweredForm>
  );
}
