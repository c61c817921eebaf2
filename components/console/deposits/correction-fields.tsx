import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { CORRECTION_FIELDS } from "@/lib/deposits/read-correction";
import type { RefusedFile } from "@/lib/deposits/refused-file";

export type CorrectionValues = Record<(typeof CORRECTION_FIELDS)[number], string>;

const TYPES = ["none", "invoice", "credit_note"] as const;
const ROLES = ["default", "original", "duplicate"] as const;
/** The fields that only a file without them lets one give, in the order of the form. */
const LACKING = [
  "number",
  "issuedOn",
  "dueOn",
  "currency",
  "totalWithVat",
  "totalWithoutVat",
  "contracts",
  "vehicles",
] as const;

/** The metadata of a refused file: the customer, and what the file itself does not say. */
export async function CorrectionFields({ file, values }: { file: RefusedFile; values: CorrectionValues }) {
  const t = await getTranslations("console.deposits");
  const { contents, problems } = file;
  const isLacking = (field: (typeof LACKING)[number]) => {
    const found = contents[field];
    return Array.isArray(found) ? found.length === 0 : found === null;
  };
  const hint = (field: (typeof LACKING)[number]) => {
    if (field === "contracts" || field === "vehicles") return t("file.listHint");
    return field === "totalWithVat" || field === "totalWithoutVat" ? t("file.amountHint") : undefined;
  };
  return (
    <>
      <Field
        id="customerNumber"
        name="customerNumber"
        label={t("fields.customerNumber")}
        defaultValue={values.customerNumber}
        autoComplete="off"
      />
      {problems.some(({ type }) => type === "buyer_contradicts_account") && (
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
      {contents.type === null && (
        <SelectField id="type" name="type" label={t("fields.type")} defaultValue={values.type || "none"}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`file.types.${type}`)}
            </option>
          ))}
        </SelectField>
      )}
      {LACKING.filter(isLacking).map((field) => (
        <Field
          key={field}
          id={field}
          name={field}
          type={field === "issuedOn" || field === "dueOn" ? "date" : "text"}
          label={t(`fields.${field}`)}
          hint={hint(field)}
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
