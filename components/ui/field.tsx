import type { ReactNode } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { KeptInput } from "@/components/ui/kept-input";

interface FieldProps {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  type?: "text" | "email" | "date";
  autoComplete?: string;
  defaultValue?: string;
  readOnly?: boolean;
  /** Marks the field as wrong without a message at the field, because the page says why. */
  isInvalid?: boolean;
  /** The id of another element that describes the field, besides hint and error. */
  describedBy?: string | undefined;
  autoFocus?: boolean;
  /** The id of a `<datalist>` with suggestions. */
  list?: string | undefined;
  /** For a form that may ask for a proof: the typed value is shown again. */
  isKept?: boolean;
}

/** A text field with its label. */
export function Field({
  label,
  hint,
  error,
  type = "text",
  describedBy,
  isKept = false,
  ...rest
}: FieldProps) {
  const { isInvalid = error !== undefined, ...input } = rest;
  const { id } = input;
  const Input = isKept ? KeptInput : "input";
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Input
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
