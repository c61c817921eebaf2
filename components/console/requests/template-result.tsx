"use client";

import { useFormDetails } from "@/components/ui/form-again-context";
import { Note } from "@/components/ui/note";

interface TemplateResultProps {
  words: {
    preview: string;
    languages: Readonly<Record<string, string>>;
    /** The texts of the refusals, by reason; `{placeholder}` stands for the unknown placeholder. */
    problems: Readonly<Record<string, string>>;
  };
}

/** What the action returned: a preview by language, or the reason of the refusal. */
interface Details {
  preview: Readonly<Record<string, string>>;
  problem: string;
  placeholder: string;
}

/**
 * The part above the form when it is shown again: why the template was not saved, or the preview with sample values.
 */
export function TemplateResult({ words }: TemplateResultProps) {
  const details = useFormDetails<Details>();
  const problem = details.problem === undefined ? undefined : words.problems[details.problem];
  if (problem !== undefined)
    return (
      <Note tone="bad">
        <p>{problem.replace("{placeholder}", `{${details.placeholder ?? ""}}`)}</p>
      </Note>
    );
  if (!details.preview) return null;
  return (
    <section className="grid gap-4" aria-labelledby="preview">
      <h2 id="preview" ref={(heading) => heading?.focus()} tabIndex={-1}>
        {words.preview}
      </h2>
      {Object.entries(details.preview)
        .filter(([, text]) => text !== "")
        .map(([locale, text]) => (
          <div className="border border-line bg-surface px-4 py-3 text-2" key={locale}>
            <p className="mb-1 text-1 text-ink-2">{words.languages[locale]}</p>
            <p className="whitespace-pre-line wrap-anywhere" lang={locale}>
              {text}
            </p>
          </div>
        ))}
    </section>
  );
}
