import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { SpaceAtEndsHint } from "@/components/ui/space-at-ends-hint";
import { numberInWords } from "@/lib/number-in-words";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";

/** The notice on the sign-in page. After a failure it does not say which of the two fields is wrong. */
export type SignInNoticeKind =
  | { kind: "too_many_attempts"; minutes: number }
  | { kind: "wrong_credentials"; hasSpaceAtEnds: boolean }
  | { kind: "password_set"; identifier: string; isDetached: boolean }
  | { kind: keyof typeof REFUSALS | keyof typeof REMINDERS };

const REFUSALS = {
  incomplete: "incomplete",
  busy: "busy",
  account_closed: "closed",
  default_password_expired: "defaultExpired",
} as const;

const REMINDERS = {
  session_expired: "expired",
  signed_out: "signedOut",
  sign_in_first: "signInFirst",
} as const;

export async function SignInNotice({ notice }: { notice: SignInNoticeKind }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("signIn.notice")]);
  switch (notice.kind) {
    case "too_many_attempts":
      return (
        <Note tone="bad" title={t("tooManyTitle")}>
          <p>{t("tooMany", { minutes: notice.minutes })}</p>
        </Note>
      );
    case "wrong_credentials":
      return (
        <Note tone="bad" title={t("wrongTitle")}>
          <p>{t("wrong")}</p>
          {notice.hasSpaceAtEnds && <SpaceAtEndsHint />}
        </Note>
      );
    case "password_set":
      return (
        <Note tone="ok">
          <p>
            {t.rich("passwordSet", {
              identifier: () => <b className="inline-block font-mono">{notice.identifier}</b>,
            })}
          </p>
          {notice.isDetached && <p className="mt-2">{t("passwordDetached")}</p>}
        </Note>
      );
    case "session_expired":
    case "signed_out":
    case "sign_in_first":
      return (
        <Note tone="info">
          <p>{t(REMINDERS[notice.kind])}</p>
        </Note>
      );
    default: {
      const key = REFUSALS[notice.kind];
      return (
        <Note tone="bad" title={t(`${key}Title`)}>
          <p>{t(key, { days: numberInWords(FIRST_ACCESS_DAYS, locale) })}</p>
        </Note>
      );
    }
  }
}
