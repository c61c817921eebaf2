import type { HelpEntry } from "@/components/help/help-entry";

/** A list of questions, each with a summary of its answer. */
export function HelpQuestions({ entries, helpHref }: { entries: readonly HelpEntry[]; helpHref: string }) {
  return (
    <ul>
      {entries.map(({ slug, question, summary }) => (
        <li key={slug} className="relative border-b border-line py-3 first:pt-0">
          <a className="font-medium after:absolute after:inset-0" href={`${helpHref}/${slug}`}>
            {question}
          </a>
          <p className="text-2 text-ink-2">{summary}</p>
        </li>
      ))}
    </ul>
  );
}
