import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PasswordField } from "@/components/ui/password-field";
import { Section } from "@/components/ui/section";

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
] as const;

export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

type ChangePasswordPageProps = {
  /** Whose password it is, for the browser's password manager. */
  identifier: string;
  /** Why it must change now; null when the user asked to. */
  reason: "must_change" | null;
  problems: readonly PasswordProblem[];
  isConfirmationDifferent: boolean;
  /** Receives `password` and `confirmation`. */
  changePassword: (form: FormData) => Promise<void>;
};

const CRITERIA = ["length", "upperCase", "digit", "special"] as const;

/** « Votre mot de passe », « Confirmation », and the rule that says beforehand what will be accepted. */
export async function ChangePasswordPage(props: ChangePasswordPageProps) {
  const { problems, isConfirmationDifferent } = props;
  const t = await getTranslations("password");
  const passwordError = problems.map((problem) => t(`problems.${problem}`)).join(" ");
  return (
    <div className="grid items-start gap-x-12 gap-y-8 tablet:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <form action={props.changePassword} className="grid gap-6">
        <h1>{t("title")}</h1>
        {(passwordError !== "" || isConfirmationDifferent) && (
          <Note tone="bad" title={t("notSaved")}>
            {passwordError !== "" && (
              <p>
                <a className="go" href="#password">
                  {passwordError}
                </a>
              </p>
            )}
            {isConfirmationDifferent && (
              <p>
                <a className="go" href="#confirmation">
                  {t("different")}
                </a>
              </p>
            )}
          </Note>
        )}
        {props.reason === "must_change" && passwordError === "" && !isConfirmationDifferent && (
          <Note tone="info">
            <p>{t("mustChange")}</p>
          </Note>
        )}
        <input type="hidden" name="username" autoComplete="username" value={props.identifier} />
        <PasswordField
          id="password"
          name="password"
          label={t("password")}
          autoComplete="new-password"
          describedBy="criteria"
          error={passwordError || undefined}
        />
        <ul className="criteria -mt-3" id="criteria">
          {CRITERIA.map((criterion) => (
            <li key={criterion}>
              <Icon name="dash" />
              {t(`criteria.${criterion}`)}
            </li>
          ))}
          <li className="col-span-full">
            <Icon name="dash" />
            {t("criteria.notKnown")}
          </li>
        </ul>
        <PasswordField
          id="confirmation"
          name="confirmation"
          label={t("confirmation")}
          autoComplete="new-password"
          error={isConfirmationDifferent ? t("differentHint") : undefined}
        />
        <SubmitButton kind="main" className="w-full text-3">
          {t("submit")}
        </SubmitButton>
      </form>
      <div className="max-w-form text-2 text-ink-2 tablet:pt-1">
        <Section title={t("adviceTitle")}>
          <p>{t("advice")}</p>
        </Section>
      </div>
    </div>
  );
}
