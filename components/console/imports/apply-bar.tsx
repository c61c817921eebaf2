import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { ImportFound } from "@/lib/imports/get-import";

interface ApplyBarProps {
  found: ImportFound;
  refusal: string | null;
  typed: string;
  apply: (form: FormData) => Promise<void>;
}

/** What « Appliquer » will do, in numbers, and the button. Asks for the number of addresses when there are many. */
export async function ApplyBar({ found, refusal, typed, apply }: ApplyBarProps) {
  const t = await getTranslations("console.imports");
  const { counts, countToType, id } = found;
  const { refused, superseded, same } = counts.verdicts;
  return (
    <Form action={apply} className="apply-bar">
      <p>
        <b>{t("apply.count", { count: counts.waiting })}</b>
        {t("apply.rest", { same, superseded, refused })} {t("apply.noMail")}{" "}
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
        />
      )}
      {counts.waiting > 0 && <SubmitButton kind="main">{t("apply.button")}</SubmitButton>}
    </Form>
  );
}
