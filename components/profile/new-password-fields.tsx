import { getTranslations } from "next-intl/server";
import { PasswordCriteria } from "@/components/profile/password-criteria";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { PasswordField } from "@/components/ui/password-field";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";

/** The fields « Votre mot de passe » and « Confirmation », with the password rule between them. */
export async function NewPasswordFields({ problems, isConfirmationDifferent }: PasswordEntries) {
  const t = await getTranslations("password");
  return (
    <>
      <PasswordField
        id="password"
        name="password"
        label={t("password")}
        autoComplete="new-password"
        describedBy="criteria"
        error={
          problems.map((problem) => t(`problems.${problem}`, { min: PASSWORD_MIN_LENGTH })).join(" ") ||
          undefined
        }
      />
      <PasswordCriteria
        id="criteria"
        inputId="password"
        metLabel={t("criteria.met")}
        labels={{
          length: t("criteria.length", { min: PASSWORD_MIN_LENGTH }),
          upperCase: t("criteria.upperCase"),
          digit: t("criteria.digit"),
          special: t("criteria.special"),
        }}
        unchecked={t("criteria.notKnown")}
      />
      <PasswordField
        id="confirmation"
        name="confirmation"
        label={t("confirmation")}
        autoComplete="new-password"
        error={isConfirmationDifferent ? t("differentHint") : undefined}
      />
    </>
  );
}
