import type { ReactNode } from "react";
import { FieldError } from "./field-frame";

interface OptionGroupProps {
  legend: string;
  /** Whether the group is one field of a form, and not a section of the page. */
  isField?: boolean;
  lead?: string;
  hint?: string;
  /** Why the last choice was refused. */
  error?: string | undefined;
  /** The id for links to the group; required if there is an error. */
  id?: string;
  /** Its `OptionRow`s. */
  children: ReactNode;
}

/** A group of radio buttons with its legend. */
export function OptionGroup({ legend, isField = false, lead, hint, error, id, children }: OptionGroupProps) {
  return (
    <fieldset id={id} aria-describedby={error && id ? `${id}-error` : undefined}>
      <legend className={isField ? "mb-2 text-2 font-medium" : "mb-2 text-4 font-bold"}>{legend}</legend>
      {error && (
        <div className="mb-3">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
      {lead && <p className="mb-3 text-2 text-ink-2">{lead}</p>}
      <div className="border-t border-line">{children}</div>
      {hint && <p className="mt-2 text-1 text-ink-2">{hint}</p>}
    </fieldset>
  );
}
