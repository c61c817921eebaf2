import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { NOTE_LENGTH } from "@/lib/requests/request-limits";

const SETTINGS = "/console/requests/settings";

interface PassOnFormProps {
  contacts: readonly { id: string; name: string; email: string }[];
  /** The note that was typed into the refused form; "" if there was none. */
  note: string;
  /** Receives `contact` and `note`. */
  passOn: (form: FormData) => Promise<void>;
}

/** The form that passes a request on by mail to a contact. Managers maintain the list of contacts. */
export async function PassOnForm({ contacts, note, passOn }: PassOnFormProps) {
  const t = await getTranslations("console.requests");
  return (
    <section className="section">
      <h2>{t("passOnTitle")}</h2>
      {contacts.length === 0 ? (
        <p className="text-2 text-ink-2">
          {t("noContacts")} <a href={SETTINGS}>{t("settingsLink")}</a>
        </p>
      ) : (
        <Form action={passOn} className="grid gap-3">
          <SelectField id="contact" label={t("contact")} name="contact">
            {contacts.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </SelectField>
          <TextArea
            id="note"
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            rows={3}
            maxLength={NOTE_LENGTH}
            defaultValue={note}
          />
          <SubmitButton className="justify-self-start">{t("passOn")}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
