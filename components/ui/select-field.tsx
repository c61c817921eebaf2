import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame";

interface SelectFieldProps {
  id: string;
  name: string;
  label: string;
  defaultValue?: string | undefined;
  className?: string;
  /** The options. */
  children: ReactNode;
}

/** A list of choices with its label. */
export function SelectField({ label, className = "", ...select }: SelectFieldProps) {
  return (
    <FieldFrame id={select.id} label={label} className={className}>
      <select className="input" {...select} />
    </FieldFrame>
  );
}
