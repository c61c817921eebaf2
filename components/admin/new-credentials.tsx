import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import { messageToSend, type NewAccess } from "./message-to-send";

interface NewCredentialsProps {
  /** A sentence that says what was done. */
  done: string;
  /** Shown only here, once; null with an invitation. */
  password: string | null;
  access: NewAccess;
}

/** The credentials that the administrator passes on, shown once (R23), and a message that is ready to send. */
export async function NewCredentials({ done, password, access }: NewCredentialsProps) {
  const [t, message] = await Promise.all([getTranslations("admin.handedOver"), messageToSend(access)]);
  return (
    <div className="grid max-w-form gap-6">
      <Note tone="ok">
        <p>{done}</p>
      </Note>
      <Facts
        facts={[
          {
            term: t("identifier"),
            value: (
              <span className="flex flex-wrap items-center gap-x-3">
                <mark className="font-mono font-medium">{access.identifier}</mark>
                <CopyText text={access.identifier} label={t("copyIdentifier")} />
              </span>
            ),
          },
          {
            term: t("password"),
            value: password && (
              <span className="flex flex-wrap items-center gap-x-3">
                <b className="font-mono text-3">{password}</b>
                <CopyText text={password} label={t("copyPassword")} />
              </span>
            ),
          },
        ]}
      />
      <p className="text-2 text-ink-2">
        {password === null
          ? t("invited", { email: access.email ?? "", days: FIRST_ACCESS_DAYS })
          : t("passOn", { days: FIRST_ACCESS_DAYS })}
      </p>
      <Section title={t("message")}>
        <div className="message-to-send" lang={access.locale}>
          {message}
        </div>
        <CopyText text={message} label={t("copyMessage")} />
      </Section>
      <Actions>
        <LinkButton kind="main" href="/admin/users">
          {t("back")}
        </LinkButton>
        <LinkButton kind="quiet" href="/admin/users/new">
          {t("another")}
        </LinkButton>
      </Actions>
    </div>
  );
}
