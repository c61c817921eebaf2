import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { FieldError } from "@/components/ui/field-frame";
import type { FilterField } from "@/lib/invoices/register/filter-form";

/** The `inputmode` of each field: a numeric keyboard for dates (slashes are optional) and amounts. */
const INPUT_MODES = {
  from: "numeric",
  to: "numeric",
  min: "decimal",
  max: "decimal",
  contract: "text",
  vehicle: "text",
} as const;

interface FilterInputProps {
  name: keyof typeof INPUT_MODES;
  field: FilterField;
  placeholder?: string;
  words: RegisterWords;
}

/** One text field of the filter, with an error message if its value could not be read. */
export function FilterInput({ name, field: { value, fault }, placeholder, words }: FilterInputProps) {
  const { t, trade } = words;
  const label = name === "contract" || name === "vehicle" ? trade(`${name}.one`) : t(`filters.${name}`);
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        id={name}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        inputMode={INPUT_MODES[name]}
        autoComplete="off"
        aria-invalid={fault && true}
        aria-describedby={fault && `${name}-error`}
      />
      {fault && <FieldError id={`${name}-error`}>{t(`filters.faults.${fault}`)}</FieldError>}
    </div>
  );
}
