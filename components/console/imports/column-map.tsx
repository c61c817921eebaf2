import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/field-frame";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import type { ImportFound } from "@/lib/imports/get-import";
import type { ImportField } from "@/lib/imports/import-fields";

interface ColumnMapProps {
  columns: ImportFound["columns"];
  fields: readonly ImportField[];
  isTwice: boolean;
  changeColumns: (form: FormData) => Promise<void>;
}

/** The field that was recognised for each column of the file; the user can correct it. */
export async function ColumnMap({ columns, fields, isTwice, changeColumns }: ColumnMapProps) {
  const t = await getTranslations("console.imports");
  return (
    <section className="section">
      <h2>{t("columns.title")}</h2>
      {isTwice && <Note tone="bad">{t("columns.twice")}</Note>}
      <Form action={changeColumns} className="mt-3 grid gap-4">
        <p className="text-2 text-ink-2">{t("columns.lead")}</p>
        <div className="column-map">
          {columns.map(({ heading, field, samples }, index) => (
            <FieldFrame
              key={index}
              id={`column-${index}`}
              label={t("columns.label", { head: heading || t("columns.nameless", { number: index + 1 }) })}
              hint={samples.join(", ") || t("columns.empty")}
            >
              <select
                className="input text-2"
                id={`column-${index}`}
                name={`column${index}`}
                defaultValue={field ?? ""}
                aria-describedby={`column-${index}-hint`}
              >
                <option value="">{t("columns.ignored")}</option>
                {fields.map((one) => (
                  <option key={one} value={one}>
                    {t(`fields.${one}`)}
                  </option>
                ))}
              </select>
            </FieldFrame>
          ))}
        </div>
        <div>
          <SubmitButton>{t("columns.save")}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
