import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";

interface VehicleRulesFormProps {
  text: string;
  /** Why the list was refused, and at which line. */
  problem?: { reason: "rule_unreadable" | "too_many_rules"; line: number };
  /** Receives `rules`. */
  save: AnsweringAction;
}

/** The list of vehicles and contracts, one on each line. A refused list is shown again with what is wrong. */
export async function VehicleRulesForm({ text, problem, save }: VehicleRulesFormProps) {
  const t = await getTranslations("accounting.settings");
  const error =
    problem &&
    (problem.reason === "too_many_rules"
      ? t("tooManyRules", { max: problem.line - 1 })
      : t("ruleUnreadable", { line: problem.line }));
  return (
    <AnsweredForm action={save} className="grid max-w-text gap-4">
      <TextArea
        id="accounting-rules"
        name="rules"
        label={t("rulesLabel")}
        hint={t("rulesHint")}
        error={error}
        defaultValue={text}
        rows={8}
        spellCheck={false}
        autoCapitalize="none"
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </AnsweredForm>
  );
}
