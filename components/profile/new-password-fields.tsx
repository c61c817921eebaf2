import { getTranslations } from "next-intl/server";
import { PasswordCriteria } from "@/components/profile/password-criteria";
import { PasswordField } from "@/components/ui/password-field";

/** What is wrong with a new password, one by one. */
export const PASSWORD_PROBLEMS = [
  "too_short",
  "too_long",
  "no_upper_case",
  "no_digit",
  "no_special",
  "like_identifier",
  "breached",
  "same_as_before",
  "busy",
] as const;

export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** What the server answered to the entries before, if anything. */
export type PasswordEntries = { problems: readonly PasswordProblem[]; isConfirmationDifferent: boolean };

/** « Votre mot de passe » and « Confirmation », with the rule that says beforehand what will be accepted. */
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
        error={problems.map((problem) => t(`problems.${problem}`)).join(" ") || undefined}
      />
      <PasswordCriteria
        id="criteria"
        inputId="password"
        metLabel={t("criteria.met")}
        labels={{
          length: t("criteria.length"),
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
