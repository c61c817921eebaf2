import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-frame";
import { KeptInput } from "@/components/ui/kept-input";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { KEY_SCOPES, type KeyScope } from "@/lib/key-scopes";
import { KEY_LIFE_DAYS, KEY_LIVES } from "@/lib/tokens/life-spans";

interface NewKeyPageProps {
  /** The entries typed before, and their errors. */
  name: string;
  scopes: readonly KeyScope[];
  life: string;
  errors: Partial<Record<"name" | "scopes" | "form", string>>;
  /** Receives `name`, `yes` for each chosen scope, and `life`. */
  create: AnsweringAction;
}

/** `/console/keys/new`: creates a key. */
export async function NewKeyPage({ name, scopes, life, errors, create }: NewKeyPageProps) {
  const t = await getTranslations("console.keys");
  return (
    <div className="max-w-form">
      <Breadcrumb label={t("breadcrumb")} href="/console/keys">
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-5">{t("create")}</h1>
      <AnsweredForm action={create} className="grid gap-6">
        {errors.form && (
          <Note tone="bad">
            <p>{errors.form}</p>
          </Note>
        )}
        <Field
          id="name"
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          error={errors.name}
          defaultValue={name}
          autoComplete="off"
          isKept
        />
        <fieldset aria-describedby={errors.scopes && "scopes-error"}>
          <legend className="mb-2 text-2 font-medium">{t("scopes")}</legend>
          {errors.scopes && <FieldError id="scopes-error">{errors.scopes}</FieldError>}
          <div className="border-t border-line">
            {KEY_SCOPES.map((scope) => (
              <label key={scope} className="option-row">
                <KeptInput type="checkbox" name={scope} value="yes" defaultChecked={scopes.includes(scope)} />
                <span className="font-medium">{t(`scopeNames.${scope}`)}</span>
                <small className="col-start-2 text-1 text-ink-2">{t(`scopeDetails.${scope}`)}</small>
              </label>
            ))}
          </div>
        </fieldset>
        <OptionGroup legend={t("life")} isField>
          {KEY_LIVES.map((one) => (
            <OptionRow
              key={one}
              name="life"
              value={one}
              isChecked={one === life}
              label={t(`lives.${one}`, { days: KEY_LIFE_DAYS[one] ?? 0 })}
              isKept
            />
          ))}
        </OptionGroup>
        <ProofSubmit
          id="proof"
          beside={
            <LinkButton kind="quiet" href="/console/keys">
              {t("cancel")}
            </LinkButton>
          }
        >
          {t("create")}
        </ProofSubmit>
      </AnsweredForm>
    </div>
  );
}
