import { getTranslations } from "next-intl/server";
import { FieldError } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";

type PasswordFieldProps = {
  id: string;
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  error?: string | undefined;
  /** The id of what describes the field, such as the criteria. */
  describedBy?: string | undefined;
  /** Wrong without words of its own: the page says why. */
  isInvalid?: boolean;
  autoFocus?: boolean;
};

/** A labelled password, shown on demand. */
export async function PasswordField({ label, error, describedBy, isInvalid, ...input }: PasswordFieldProps) {
  const t = await getTranslations("form");
  const described = [error && `${input.id}-error`, describedBy].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="text-2 font-medium" htmlFor={input.id}>
        {label}
      </label>
      {error && <FieldError id={`${input.id}-error`}>{error}</FieldError>}
      <PasswordInput
        {...input}
        describedBy={described || undefined}
        isInvalid={isInvalid ?? error !== undefined}
        showLabel={t("show")}
        hideLabel={t("hide")}
      />
    </div>
  );
}
