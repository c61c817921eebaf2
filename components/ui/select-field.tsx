import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame";
import { KeptSelect } from "./kept-input";

interface SelectFieldProps {
  id: string;
  name: string;
  label: string;
  defaultValue?: string | undefined;
  className?: string;
  /** For a form that may ask for a proof: the chosen value is shown again. */
  isKept?: boolean;
  /** The options. */
  children: ReactNode;
}

/** A list of choices with its label. */
export function SelectField({ label, className = "", isKept = false, ...select }: SelectFieldProps) {
  const Select = isKept ? KeptSelect : "select";
  return (
    <FieldFrame id={select.id} label={label} className={className}>
      <Select className="input" {...select} />
    </FieldFrame>
  );
}
