import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import type { DetailField } from "@/lib/accounts/one/settings/details";
import type { AccountFormResult } from "../account-form-result";
import { ActionBox, Consequences } from "../action-box";
import { RefusedNote } from "../refused-note";

interface DetailsFormProps {
  form: "identity" | "adviser";
  fields: readonly DetailField[];
  account: OpenedAccount;
  formResult: AccountFormResult;
  open: string;
  /** Receives `form` and its fields. */
  save: (form: FormData) => Promise<void>;
}

/** The form of the company and its reception identity, or of the contact details of the account's adviser. */
export async function DetailsForm({ form, fields, account, formResult, open, save }: DetailsFormProps) {
  const [t, a, errors, words] = await Promise.all([
    getTranslations(`console.account.${form}`),
    getTranslations("console.account"),
    getTranslations("console.account.fieldErrors"),
    getTranslations("console.account.fieldLabels"),
  ]);
  const refused = formResult.refused(form);
  const hints: Partial<Record<DetailField, string>> = {
    companyName: words("companyNameHint"),
  };
  return (
    <ActionBox id={form} title={t("title")} hint={t("hint")} isOpen={open === form || refused !== null}>
      <Form action={save} className="grid gap-4">
        <RefusedNote refused={refused} />
        <input type="hidden" name="form" value={form} />
        {fields.map((field) => (
          <Field
            key={field}
            id={`${form}-${field}`}
            name={field}
            label={words(field)}
            type={field === "checkedOn" ? "date" : field === "adviserEmail" ? "email" : "text"}
            hint={hints[field]}
            defaultValue={(refused ? formResult.typed[field] : undefined) ?? account[field] ?? ""}
            autoComplete="off"
            error={refused && formResult.invalidFields.includes(field) ? errors(field) : undefined}
          />
        ))}
        <Consequences lines={[{ when: t("now"), what: t("nowWhat") }]} />
        <Actions>
          <SubmitButton kind="main">{a("settings.save")}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
