import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { type CorrectionField, type CorrectionProblem, hasField, LACKING } from "./correction-problem";

export type CorrectionValues = Record<CorrectionField, string>;

interface CorrectionFieldsProps {
  file: RefusedFile;
  values: CorrectionValues;
  faults: CorrectionProblem["faults"];
}

const TYPES = ["none", "invoice", "credit_note"] as const;
const ROLES = ["default", "original", "duplicate"] as const;
/** The metadata of a refused file: the customer, and what the file itself does not say. */
export async function CorrectionFields({ file, values, faults }: CorrectionFieldsProps) {
  const t = await getTranslations("console.deposits");
  const errorOf = (field: CorrectionField) => faults.find((fault) => fault.field === field)?.text;
  const hint = (field: (typeof LACKING)[number]) => {
    if (field === "contracts" || field === "vehicles") return t("file.listHint");
    if (field === "dueOn" || field === "totalWithoutVat") return t("file.optionalHint");
    if (field === "currency") return t("file.currencyHint");
    return field === "totalWithVat" ? t("file.amountHint") : undefined;
  };
  return (
    <>
      <Field
        id="customerNumber"
        name="customerNumber"
        label={t("fields.customerNumber")}
        error={errorOf("customerNumber")}
        defaultValue={values.customerNumber}
        autoComplete="off"
      />
      {hasField(file, "confirmBuyer") && (
        <label className="option-row">
          <input
            type="checkbox"
            name="confirmBuyer"
            value="yes"
            defaultChecked={values.confirmBuyer === "yes"}
          />
          <span className="font-medium">{t("file.confirmBuyer")}</span>
        </label>
      )}
      {hasField(file, "type") && (
        <SelectField
          id="type"
          name="type"
          label={t("fields.type")}
          error={errorOf("type")}
          defaultValue={values.type || "none"}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`file.types.${type}`)}
            </option>
          ))}
        </SelectField>
      )}
      {LACKING.filter((field) => hasField(file, field)).map((field) => (
        <Field
          key={field}
          id={field}
          name={field}
          type={field === "issuedOn" || field === "dueOn" ? "date" : "text"}
          label={t(`fields.${field}`)}
          hint={hint(field)}
          error={errorOf(field)}
          defaultValue={values[field]}
          autoComplete="off"
        />
      ))}
      <SelectField
        id="legalRole"
        name="legalRole"
        label={t("fields.legalRole")}
        defaultValue={values.legalRole || "default"}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`file.legalRoles.${role}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
