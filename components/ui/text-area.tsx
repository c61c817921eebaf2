import type { ReactNode } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { KeptTextArea } from "@/components/ui/kept-input";

interface TextAreaProps {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
  spellCheck?: boolean;
  autoCapitalize?: "none";
  /** For a form that may ask for a proof: the typed value is shown again. */
  isKept?: boolean;
}

/** A text area with its label. */
export function TextArea({ label, hint, error, rows = 4, isKept = false, ...input }: TextAreaProps) {
  const { id } = input;
  const Area = isKept ? KeptTextArea : "textarea";
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Area
        className="input"
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf({ id, hint, error })}
        {...input}
      />
    </FieldFrame>
  );
}
