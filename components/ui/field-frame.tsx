import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface Description {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The id of what describes the field, beside hint and error. */
  describedBy?: string | undefined;
}

/** The ids of all that describes a field, for its `aria-describedby`. */
export function descriptionOf({ id, error, describedBy, hint }: Description): string | undefined {
  return [error && `${id}-error`, describedBy, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
}

interface FieldFrameProps {
  id: string;
  /** The whole label, nothing else: marks and help stand outside it. */
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** An input between its label and its hint; the error stands between label and input. */
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

/** What to change, beside the field it is about. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="alert" className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
