import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { TextArea } from "@/components/ui/text-area";

/** One form of the settings. */
export interface SettingsForm {
  name: string;
  /** The texts of its fields: the stored ones, or what was typed into a refused form. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** The values that somebody else stored meanwhile, of the fields in which something else was typed. */
  overtaken: Readonly<Record<string, string>>;
  notice: { tone: "ok" | "bad"; text: string } | null;
  /** The version of the stored settings that the form was made from. */
  version: string;
  save: AnsweringAction;
}

interface SettingsSectionProps {
  form: SettingsForm;
  title: string;
  lead: string;
  children: ReactNode;
}

/** A form of the settings with its heading beside it; on a phone above it. */
export function SettingsSection({ form, title, lead, children }: SettingsSectionProps) {
  const { name, notice, version, save } = form;
  return (
    <SettingsPart id={name} title={title} lead={lead}>
      {notice && (
        <div className="mb-5">
          <Note tone={notice.tone}>
            <p>{notice.text}</p>
          </Note>
        </div>
      )}
      <AnsweredForm action={save} className="grid gap-5">
        <input type="hidden" name="version" value={version} />
        {children}
        <SaveButton name={name} />
      </AnsweredForm>
    </SettingsPart>
  );
}

interface SettingsPartProps {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** A part of a page of the settings. */
export function SettingsPart({ id, title, lead, children }: SettingsPartProps) {
  return (
    <section className="section grid gap-4 desk:grid-cols-[14rem_minmax(0,1fr)] desk:gap-8" id={id}>
      <div>
        <h2 className="mb-1">{title}</h2>
        <p className="text-2 text-ink-2">{lead}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

async function SaveButton({ name }: { name: string }) {
  const t = await getTranslations("console.settings");
  return (
    <ProofSubmit id={`${name}-proof`} kind="plain">
      {t("save")}
    </ProofSubmit>
  );
}

interface SettingFieldProps {
  form: SettingsForm;
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "date";
  /** Values that the field suggests; others may be typed. */
  suggestions?: readonly string[];
  /** The lines of a text of several lines. */
  rows?: number;
}

/** A text field of a form of the settings. */
export async function SettingField(props: SettingFieldProps) {
  const { form, name, label, type = "text", suggestions, rows } = props;
  const t = await getTranslations("console.settings");
  const stored = form.overtaken[name];
  const hint =
    stored === undefined
      ? props.hint
      : t("overtaken", { value: stored === "" ? t("nothing") : stored, hint: props.hint ?? "" });
  const field = {
    ...{ id: name, name, label, hint, error: form.errors[name] },
    ...{ defaultValue: form.values[name] ?? "", isKept: true },
  };
  if (rows !== undefined)
    return (
      <div className="max-w-form">
        <TextArea {...field} rows={rows} />
      </div>
    );
  return (
    <div className="max-w-form">
      <Field {...field} type={type} autoComplete="off" list={suggestions && `${name}-suggestions`} />
      {suggestions && (
        <datalist id={`${name}-suggestions`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}
