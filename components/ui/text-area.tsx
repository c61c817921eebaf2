import type { ReactNode } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";

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
}

/** A text area with its label. */
export function TextArea({ label, hint, error, rows = 4, ...input }: TextAreaProps) {
  const { id } = input;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        className="input"
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf({ id, hint, error })}
        {...input}
      />
    </FieldFrame>
  );
}
