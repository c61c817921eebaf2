import { getLocale, getTranslations } from "next-intl/server";
import { NewPasswordFields } from "@/components/profile/new-password-fields";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { PasswordErrors } from "@/components/profile/password-errors";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PasswordField } from "@/components/ui/password-field";
import { Section } from "@/components/ui/section";
import { SpaceAtEndsHint } from "@/components/ui/space-at-ends-hint";
import { formatInstant } from "@/lib/dates";

/** The server's answer to the last entries. */
export type PasswordAnswer = PasswordEntries & {
  isCurrentWrong: boolean;
  /** Whether the current password was typed with a space at one end. */
  hasSpaceAtEnds: boolean;
  /** Minutes to wait after too many wrong attempts; null if the user may try. */
  waitMinutes: number | null;
};

type ChangeOwnPasswordProps = PasswordAnswer & {
  /** The identifier that the password belongs to, for the browser's password manager. */
  identifier: string;
  changedAt: Date | null;
  timeZone: string;
  recoverHref: string;
  /** Whether other identifiers are attached: a new password detaches them. */
  isAttached: boolean;
  /** The page where they can be attached again. */
  companiesHref: string;
  changePassword: (form: FormData) => Promise<void>;
};

/** « Réinitialiser mon mot de passe »: the current password, then the new one twice. */
export async function ChangeOwnPassword(props: ChangeOwnPasswordProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("account")]);
  const { changedAt, isAttached, isCurrentWrong, waitMinutes, recoverHref, companiesHref, ...entries } =
    props;
  return (
    <Section title={t("passwordTitle")}>
      <div id="password-form" className="grid max-w-form gap-4">
        <p className="text-2 text-ink-2">
          {changedAt
            ? t("passwordChanged", { when: formatInstant(changedAt, locale, props.timeZone) })
            : t("passwordNever")}{" "}
          {t("passwordEnds")}
        </p>
        {isAttached && (
          <p className="text-2 text-ink-2">
            {t.rich("passwordDetaches", { link: (words) => <a href={companiesHref}>{words}</a> })}
          </p>
        )}
        <PasswordErrors {...entries} />
        {isCurrentWrong && (
          <Note tone="bad" title={t("wrong")}>
            {props.hasSpaceAtEnds && <SpaceAtEndsHint />}
            <p>{t.rich("wrongHint", { link: (words) => <a href={recoverHref}>{words}</a> })}</p>
          </Note>
        )}
        {waitMinutes !== null && (
          <Note tone="bad">
            <p>{t("tooMany", { minutes: waitMinutes })}</p>
          </Note>
        )}
        <Form action={props.changePassword} className="grid gap-6">
          <input type="hidden" name="username" autoComplete="username" value={props.identifier} />
          <PasswordField
            id="current"
            name="current"
            label={t("current")}
            autoComplete="current-password"
            error={isCurrentWrong ? t("wrong") : undefined}
          />
          <NewPasswordFields {...entries} />
          <Actions>
            <SubmitButton kind="main">{t("submit")}</SubmitButton>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}
