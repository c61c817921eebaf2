import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Entries, Entry } from "@/components/ui/entries";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import type { ContactFault } from "@/lib/requests/add-contact";
import type { RequestContact } from "@/lib/requests/list-contacts";
import { ANSWER_DAYS, MAX_CONTACTS } from "@/lib/requests/request-limits";

const REQUESTS = "/console/requests";

interface RequestSettingsPageProps {
  contacts: readonly RequestContact[];
  answerWithinDays: number | null;
  /** Advisers read this page; managers change it. */
  isManager: boolean;
  done: "contact_added" | "contact_removed" | "delay_set" | null;
  refused: ContactFault | "not_found" | "not_a_delay" | null;
  typed: { name: string; email: string; days: string | undefined };
  /** Receives `name` and `email`. */
  addContact: AnsweringAction;
  /** Receives `contact`. */
  removeContact: (form: FormData) => Promise<void>;
  /** Receives `days`. */
  setDelay: (form: FormData) => Promise<void>;
}

/** `/console/requests/settings`: the promised answer delay, and the contacts to whom requests may be passed on. */
export async function RequestSettingsPage(props: RequestSettingsPageProps) {
  const { contacts, answerWithinDays, isManager, done, refused, typed } = props;
  const [t, r] = await Promise.all([getTranslations("console.requestSettings"), getTranslations("requests")]);
  const words = refused && t(`refused.${refused}`, { ...ANSWER_DAYS, contacts: MAX_CONTACTS });
  const errorAt = (...reasons: RequestSettingsPageProps["refused"][]) =>
    words && reasons.includes(refused) ? words : undefined;
  return (
    <div className="max-w-text">
      <Breadcrumb label={r("breadcrumb")} href={REQUESTS}>
        {t("back")}
      </Breadcrumb>
      <h1 className="mb-5">{t("title")}</h1>
      <div className="grid gap-8">
        {done && (
          <Note tone="ok">
            <p>{t(`done.${done}`)}</p>
          </Note>
        )}
        {words && !["name_missing", "not_an_address", "already_here", "not_a_delay"].includes(refused) && (
          <Note tone="bad">
            <p>{words}</p>
          </Note>
        )}
        {!isManager && (
          <Note tone="info">
            <p>{t("managersOnly")}</p>
          </Note>
        )}
        <Section title={t("delayTitle")}>
          <p className="mb-4 text-2 text-ink-2">{t("delayLead")}</p>
          {isManager ? (
            <Form action={props.setDelay} className="grid max-w-form gap-4">
              <Field
                id="days"
                name="days"
                label={t("days")}
                hint={t("daysHint")}
                autoComplete="off"
                defaultValue={typed.days ?? String(answerWithinDays ?? "")}
                error={errorAt("not_a_delay")}
              />
              <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
            </Form>
          ) : (
            <p>{answerWithinDays === null ? t("noDelay") : r("promise", { days: answerWithinDays })}</p>
          )}
        </Section>
        <Section title={t("contactsTitle")}>
          <p className="mb-4 text-2 text-ink-2">{t("contactsLead")}</p>
          {contacts.length === 0 ? (
            <p className="mb-4">{t("noContacts")}</p>
          ) : (
            <Entries>
              {contacts.map(({ id, name, email }) => (
                <Entry key={id} title={name} detail={email}>
                  {isManager && (
                    <Form action={props.removeContact}>
                      <input type="hidden" name="contact" value={id} />
                      <button className="tap-link">
                        {t("remove")} <span className="sr-only">{name}</span>
                      </button>
                    </Form>
                  )}
                </Entry>
              ))}
            </Entries>
          )}
          {isManager && (
            <AnsweredForm action={props.addContact} className="mt-6 grid max-w-form gap-4">
              <Field
                id="name"
                name="name"
                label={t("name")}
                autoComplete="off"
                defaultValue={typed.name}
                isKept
                error={errorAt("name_missing")}
              />
              <Field
                id="email"
                name="email"
                type="email"
                label={t("email")}
                autoComplete="off"
                defaultValue={typed.email}
                isKept
                error={errorAt("not_an_address", "already_here")}
              />
              <ProofSubmit id="contact-proof" kind="plain">
                {t("add")}
              </ProofSubmit>
            </AnsweredForm>
          )}
        </Section>
      </div>
    </div>
  );
}
