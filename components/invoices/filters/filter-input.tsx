import { getTranslations } from "next-intl/server";
import { FieldError } from "@/components/ui/field-frame";
import type { FilterField } from "@/lib/invoices/register/filter-form";

/** A keyboard of figures where nothing else is typed: dates are read without their slashes too. */
const KEYBOARDS = {
  from: "numeric",
  to: "numeric",
  min: "decimal",
  max: "decimal",
  contract: "text",
  vehicle: "text",
} as const;

interface FilterInputProps {
  name: keyof typeof KEYBOARDS;
  field: FilterField;
  placeholder?: string;
}

/** A line of text of the filter; what it could not be read as is said beside it. */
export async function FilterInput({ name, field: { value, fault }, placeholder }: FilterInputProps) {
  const t = await getTranslations("register.filters");
  return (
    <div className="field">
      <label htmlFor={name}>{t(name)}</label>
      <input
        className="input"
        id={name}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        inputMode={KEYBOARDS[name]}
        autoComplete="off"
        aria-invalid={fault && true}
        aria-describedby={fault && `${name}-error`}
      />
      {fault && <FieldError id={`${name}-error`}>{t(`faults.${fault}`)}</FieldError>}
    </div>
  );
}
