import { getTranslations } from "next-intl/server";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import type { CodeProblem } from "./code-problem";

interface CodeFieldProps {
  id: string;
  problem: CodeProblem | null;
  autoFocus?: boolean;
}

/** The field « Code de vérification »: six digits of the application. */
export async function CodeField({ id, problem, autoFocus = false }: CodeFieldProps) {
  const t = await getTranslations("secondFactor");
  const error = problem ? t(`problem.${problem.reason}`, { ...problem }) : undefined;
  return (
    <FieldFrame id={id} label={t("code")} error={error}>
      <input
        className="input code-input"
        id={id}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={descriptionOf({ id, error })}
      />
    </FieldFrame>
  );
}
