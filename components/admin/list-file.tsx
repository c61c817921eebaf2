"use client";

import { useFormAgain, useFormDetails } from "@/components/ui/form-again-context";
import type { PeopleFileProblem } from "@/lib/users/people-file";

interface ListFileProps {
  label: string;
  hint: string;
  problems: Record<PeopleFileProblem, string>;
}

/** The field of a CSV file, `list`, in place of a pasted list. It says why the list that was sent cannot be used. */
export function ListFile({ label, hint, problems }: ListFileProps) {
  const { problem } = useFormDetails<{ problem: PeopleFileProblem | null }>();
  const error = useFormAgain()?.proofRequest || !problem ? null : problems[problem];
  return (
    <div className="field">
      <label className="text-2 font-medium" htmlFor="list">
        {label}
      </label>
      {error !== null && (
        <p className="field-error" id="list-error" role="alert">
          {error}
        </p>
      )}
      <input
        type="file"
        id="list"
        name="list"
        accept=".csv,.txt,text/csv,text/plain"
        ref={(input) => {
          if (error !== null) input?.focus();
        }}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? "list-hint" : "list-error list-hint"}
      />
      <p className="text-1 text-ink-2" id="list-hint">
        {hint}
      </p>
    </div>
  );
}
