import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

/** Why the sign-in page is shown, when there is something to say. The answer to a failure names neither field. */
export type SignInNoticeKind =
  | { kind: "wrong_credentials" }
  | { kind: "too_many_attempts"; minutes: number }
  | { kind: "busy" }
  | { kind: "session_expired" }
  | { kind: "signed_out" }
  | { kind: "sign_in_first" }
  | { kind: "password_set"; identifier: string };

export async function SignInNotice({ notice }: { notice: SignInNoticeKind }) {
  const t = await getTranslations("signIn.notice");
  switch (notice.kind) {
    case "wrong_credentials":
      return (
        <Note tone="bad" title={t("wrongTitle")}>
          <p>{t("wrong")}</p>
        </Note>
      );
    case "too_many_attempts":
      return (
        <Note tone="bad" title={t("tooManyTitle")}>
          <p>{t("tooMany", { minutes: notice.minutes })}</p>
        </Note>
      );
    case "busy":
      return (
        <Note tone="bad" title={t("busyTitle")}>
          <p>{t("busy")}</p>
        </Note>
      );
    case "session_expired":
      return (
        <Note tone="info">
          <p>{t("expired")}</p>
        </Note>
      );
    case "signed_out":
      return (
        <Note tone="ok">
          <p>{t("signedOut")}</p>
        </Note>
      );
    case "sign_in_first":
      return (
        <Note tone="info">
          <p>{t("signInFirst")}</p>
        </Note>
      );
    case "password_set":
      return (
        <Note tone="ok">
          <p>
            {t.rich("passwordSet", {
              identifier: () => <b className="font-mono">{notice.identifier}</b>,
            })}
          </p>
        </Note>
      );
  }
}
