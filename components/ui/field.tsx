import type { ReactNode } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";

interface FieldProps {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  type?: "text" | "email";
  autoComplete?: string;
  defaultValue?: string;
  readOnly?: boolean;
  /** Wrong without words of its own: the page says why. */
  isInvalid?: boolean;
  /** The id of what describes the field, beside hint and error. */
  describedBy?: string | undefined;
  autoFocus?: boolean;
}

/** A labelled line of text. */
export function Field({ label, hint, error, type = "text", describedBy, ...rest }: FieldProps) {
  const { isInvalid = error !== undefined, ...input } = rest;
  const { id } = input;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        className="input"
        type={type}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={isInvalid || undefined}
        aria-describedby={descriptionOf({ id, hint, error, describedBy })}
        {...input}
      />
    </FieldFrame>
  );
}
