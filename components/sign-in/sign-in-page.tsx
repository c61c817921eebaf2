import { getNow, getTranslations } from "next-intl/server";
import { type Contact, ContactFacts } from "@/components/pages/contact-facts";
import { SignInFields } from "@/components/sign-in/sign-in-fields";
import type { SignInNoticeKind } from "@/components/sign-in/sign-in-notice";
import { Form } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import { wrongFields } from "./wrong-fields";

interface SignInPageProps {
  supplierName: string;
  contact: Contact;
  notice: SignInNoticeKind | null;
  /** The initial value of the identifier field. */
  identifier: string;
  /** The link « Mot de passe ou identifiant oublié »; null if there is no such page. */
  recoverHref: string | null;
  helpHref: string;
  /** The path to go to afterwards, sent back as `next`. */
  next: string | null;
  /** Receives `identifier`, `password` and, if set, `next`. */
  signIn: (form: FormData) => Promise<void>;
}

/** `/{supplier}`: the sign-in page. */
export async function SignInPage(props: SignInPageProps) {
  const { supplierName, contact, notice, identifier, recoverHref, helpHref, next, signIn } = props;
  const [now, t] = await Promise.all([getNow(), getTranslations("signIn")]);
  const wrong = wrongFields(notice, identifier);
  return (
    <div className="grid items-start justify-between gap-x-16 gap-y-6 tablet:grid-cols-[minmax(0,31rem)_minmax(0,32rem)]">
      <Form
        // A new key after each refusal renders the form again: the notice is announced and the field gets the focus.
        key={wrong ? now.getTime() : "first"}
        action={signIn}
        className="-mx-(--gutter) -mt-6 grid gap-6 border-b border-line bg-surface px-(--gutter) pt-6 pb-8 tablet:mx-0 tablet:-mt-[calc(2rem+1px)] tablet:border-x tablet:px-8 tablet:pt-12 tablet:[box-shadow:var(--shadow-sheet)]"
      >
        <h1>
          {t.rich("title", {
            supplier: supplierName,
            name: (words) => <span className="inline-block">{words}</span>,
          })}
        </h1>
        <SignInFields
          notice={notice}
          wrong={wrong}
          identifier={identifier}
          identifierHint={t.rich("identifierHint", { mark: (words) => <mark>{words}</mark> })}
          recoverHref={recoverHref}
          next={next}
        />
      </Form>
      <div className="grid gap-6 tablet:pt-4">
        <Section title={t("firstTitle")}>
          <p className="text-ink-2">{t("first")}</p>
          {recoverHref !== null && (
            <p className="mt-3">
              <a className="tap-link" href={recoverHref}>
                {t("choosePassword")}
              </a>
            </p>
          )}
          <p>
            <a className="tap-link" href={`${helpHref}/no-activation-mail`}>
              {t("noActivationMail")}
            </a>
          </p>
        </Section>
        <Section title={t("oneEachTitle")}>
          <p className="text-ink-2">
            {t.rich("oneEach", { sample: (words) => <code className="whitespace-nowrap">{words}</code> })}
          </p>
        </Section>
        <Section title={t("questionTitle")}>
          <p className="mb-3 text-ink-2">{t("question", { supplier: supplierName })}</p>
          <ContactFacts contact={contact} />
          <p className="mt-3">
            <a className="tap-link" href={helpHref}>
              {t("help")}
            </a>
          </p>
        </Section>
      </div>
    </div>
  );
}
