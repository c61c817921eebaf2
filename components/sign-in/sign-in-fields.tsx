import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SignInNotice, type SignInNoticeKind } from "@/components/sign-in/sign-in-notice";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import type { WrongFields } from "./wrong-fields";

interface SignInFieldsProps {
  notice: SignInNoticeKind | null;
  wrong: WrongFields | null;
  identifier: string;
  identifierHint?: ReactNode;
  /** The link « Mot de passe ou identifiant oublié »; null if there is no such page. */
  recoverHref: string | null;
  next: string | null;
}

/** The notice, the two fields and the button of every sign-in form. */
export async function SignInFields(props: SignInFieldsProps) {
  const { notice, wrong, identifier, identifierHint, recoverHref, next } = props;
  const t = await getTranslations("signIn");
  return (
    <>
      {notice && (
        <div id="notice">
          <SignInNotice notice={notice} />
        </div>
      )}
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Field
        id="identifier"
        name="identifier"
        label={t("identifier")}
        autoComplete="username"
        defaultValue={identifier}
        isInvalid={wrong?.identifier ?? false}
        describedBy={wrong?.identifier ? "notice" : undefined}
        autoFocus={wrong !== null && !wrong.password}
        hint={identifierHint}
      />
      <PasswordField
        id="password"
        name="password"
        label={t("password")}
        autoComplete="current-password"
        isInvalid={wrong?.password ?? false}
        describedBy={wrong?.password ? "notice" : undefined}
        autoFocus={wrong?.password ?? false}
      />
      <SubmitButton kind="main" className="w-full text-3">
        {t("submit")}
      </SubmitButton>
      {recoverHref !== null && (
        <p>
          <a className="tap-link" href={recoverHref}>
            {t("forgotten")}
          </a>
        </p>
      )}
    </>
  );
}
