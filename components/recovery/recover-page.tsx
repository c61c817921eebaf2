import { getTranslations } from "next-intl/server";
import { type Contact, ContactFacts } from "@/components/pages/contact-facts";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { MAILED_LINK_MINUTES } from "@/lib/tokens/life-spans";

/** The portal's answer to the given address; null before the form was sent. */
export type RecoverAnswer =
  "sent" | "unknown" | "undeliverable" | "neutral" | "not_an_address" | "too_many" | null;

interface RecoverPageProps {
  answer: RecoverAnswer;
  email: string;
  contact: Contact;
  /** The sender address that the user should allow. */
  senderAddress: string;
  signInHref: string;
  /** The link to the help about this mail; null where there is none. */
  helpHref: string | null;
  /** Receives `email`. */
  recover: (form: FormData) => Promise<void>;
}

/** « Récupération de mot de passe ou identifiant oublié » (FAQ 2.2): one field, one button and the answer. */
export async function RecoverPage(props: RecoverPageProps) {
  const { answer, email } = props;
  const t = await getTranslations("recover");
  const isSent = answer === "sent" || answer === "neutral";
  const error =
    answer === "unknown"
      ? t("unknown", { email })
      : answer === "not_an_address" || answer === "too_many"
        ? t(answer)
        : undefined;
  return (
    <div className="grid items-start gap-x-10 gap-y-8 tablet:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] desk:gap-x-16 desk:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <Form action={props.recover} className="grid gap-6">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-3 text-ink-2">{t("lead")}</p>
        </div>
        {isSent && (
          <Note tone="ok" title={t(answer)}>
            <p>{t("whatNext", { email, minutes: MAILED_LINK_MINUTES })}</p>
          </Note>
        )}
        {answer === "undeliverable" && (
          <Note tone="bad" title={t("undeliverable", { email })}>
            <p className="mb-3">{t("undeliverableNext")}</p>
            <ContactFacts contact={props.contact} />
          </Note>
        )}
        <Field
          id="email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="email"
          defaultValue={email}
          hint={t("hint")}
          error={error}
        />
        <SubmitButton kind="main" className="w-full text-3">
          {t("submit")}
        </SubmitButton>
        <p>
          <a className="tap-link" href={props.signInHref}>
            {t("back")}
          </a>
        </p>
      </Form>
      {answer !== "undeliverable" && (
        <div className="grid max-w-form gap-6 text-2 text-ink-2">
          <Section title={t("notReceivedTitle")}>
            <p>{t("notReceived")}</p>
            <p className="mt-3">
              {t.rich("allow", { address: () => <code className="break-all">{props.senderAddress}</code> })}
            </p>
            {props.helpHref !== null && (
              <p className="mt-3">
                <a className="tap-link" href={props.helpHref}>
                  {t("help")}
                </a>
              </p>
            )}
          </Section>
          <Section title={t("otherAddressTitle")}>
            <p className="mb-3">{t("otherAddress")}</p>
            <ContactFacts contact={props.contact} />
          </Section>
        </div>
      )}
    </div>
  );
}
