import { getTranslations } from "next-intl/server";
import { NewPasswordFields } from "@/components/profile/new-password-fields";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { PasswordErrors } from "@/components/profile/password-errors";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";

type ChangePasswordPageProps = PasswordEntries & {
  /** The identifier that the password belongs to, for the browser's password manager. */
  identifier: string;
  /** The reason why the password must change; null if the user asked for it. */
  reason: "must_change" | null;
  /** Receives `password` and `confirmation`. */
  changePassword: (form: FormData) => Promise<void>;
};

/** The page where a signed-in user chooses a new password. */
export async function ChangePasswordPage({
  identifier,
  reason,
  changePassword,
  ...entries
}: ChangePasswordPageProps) {
  const t = await getTranslations("password");
  const isRefused = entries.problems.length > 0 || entries.isConfirmationDifferent;
  return (
    <div className="grid items-start gap-x-12 gap-y-8 tablet:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] desk:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <Form action={changePassword} className="grid gap-6">
        <h1>{t("title")}</h1>
        <PasswordErrors {...entries} />
        {reason === "must_change" && !isRefused && (
          <Note tone="info">
            <p>{t("mustChange")}</p>
          </Note>
        )}
        <input type="hidden" name="username" autoComplete="username" value={identifier} />
        <NewPasswordFields {...entries} />
        <SubmitButton kind="main" className="w-full text-3">
          {t("submit")}
        </SubmitButton>
      </Form>
      <div className="max-w-form text-2 text-ink-2 tablet:pt-1">
        <Section title={t("adviceTitle")}>
          <p>{t("advice")}</p>
        </Section>
      </div>
    </div>
  );
}
