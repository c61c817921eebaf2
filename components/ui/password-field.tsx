import { getTranslations } from "next-intl/server";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { PasswordInput } from "@/components/ui/password-input";

interface PasswordFieldProps {
  id: string;
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  error?: string | undefined;
  /** The id of an element that describes the field, such as the criteria. */
  describedBy?: string | undefined;
  /** Marks the field as wrong without a message at the field, because the page says why. */
  isInvalid?: boolean;
  autoFocus?: boolean;
}

/** A password field with its label and a button that shows the password. */
export async function PasswordField({ label, error, describedBy, isInvalid, ...input }: PasswordFieldProps) {
  const t = await getTranslations("form");
  const { id } = input;
  return (
    <FieldFrame id={id} label={label} error={error}>
      <PasswordInput
        {...input}
        describedBy={descriptionOf({ id, error, describedBy })}
        isInvalid={isInvalid ?? error !== undefined}
        showLabel={t("show")}
        hideLabel={t("hide")}
      />
    </FieldFrame>
  );
}
