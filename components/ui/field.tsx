import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type FieldProps = {
  id: string;
  name: string;
  /** The whole label, nothing else: marks and help stand outside it. */
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
};

/** A labelled line of text; the error stands between label and input, the hint below. */
export function Field({ id, name, label, hint, error, type = "text", ...rest }: FieldProps) {
  const { isInvalid = error !== undefined, describedBy, ...input } = rest;
  const described = [error && `${id}-error`, describedBy, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="text-2 font-medium" htmlFor={id}>
        {label}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <input
        className="in"
        id={id}
        name={name}
        type={type}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={isInvalid || undefined}
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

/** What to change, beside the field it is about. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon name="alert" className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
