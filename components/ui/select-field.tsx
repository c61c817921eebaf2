import type { ReactNode } from "react";
import { descriptionOf, FieldFrame } from "./field-frame";
import { KeptSelect } from "./kept-input";

interface SelectFieldProps {
  id: string;
  name: string;
  label: string;
  error?: string | undefined;
  defaultValue?: string | undefined;
  className?: string;
  /** For a form that may ask for a proof: the chosen value is shown again. */
  isKept?: boolean;
  /** The options. */
  children: ReactNode;
}

/** A list of choices with its label. */
export function SelectField({ label, error, className = "", isKept = false, ...select }: SelectFieldProps) {
  const Select = isKept ? KeptSelect : "select";
  const { id } = select;
  return (
    <FieldFrame id={id} label={label} error={error} className={className}>
      <Select
        className="input"
        aria-invalid={error !== undefined || undefined}
        aria-describedby={descriptionOf({ id, error })}
        {...select}
      />
    </FieldFrame>
  );
}
