import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface Description {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The id of another element that describes the field, besides hint and error. */
  describedBy?: string | undefined;
}

/** Returns the ids of all elements that describe a field, for its `aria-describedby`. */
export function descriptionOf({ id, error, describedBy, hint }: Description): string | undefined {
  return [error && `${id}-error`, describedBy, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
}

interface FieldFrameProps {
  id: string;
  /** The label only, without marks or help text. */
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** The frame of an input: label, error, input and hint, in this order. */
export function FieldFrame({ id, label, hint, error, className = "", children }: FieldFrameProps) {
  return (
    <div className={`field ${className}`.trim()}>
      <label className="text-2 font-medium" htmlFor={id}>
        {label}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
      {hint && (
        <p className="text-1 text-ink-2" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The error message of a field. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="alert" className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
