import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";

type TextAreaProps = {
  id: string;
  name: string;
  /** The whole label, nothing else. */
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  defaultValue?: string;
  maxLength: number;
};

/** Labelled lines of text; the error stands between label and input, the hint below. */
export function TextArea({ id, label, hint, error, ...input }: TextAreaProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="text-2 font-medium" htmlFor={id}>
        {label}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <textarea
        className="in"
        id={id}
        rows={4}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...input}
      />
      {hint && (
        <p className="text-1 text-ink-2" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
