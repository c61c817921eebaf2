import type { HelpEntry } from "@/components/help/help-entry";

/** Questions to choose from, each with its answer in a sentence. */
export function HelpQuestions({ entries, helpHref }: { entries: readonly HelpEntry[]; helpHref: string }) {
  return (
    <ul className="help-list">
      {entries.map(({ slug, question, summary }) => (
        <li key={slug}>
          <a className="font-medium" href={`${helpHref}/${slug}`}>
            {question}
          </a>
          <p className="text-2 text-ink-2">{summary}</p>
        </li>
      ))}
    </ul>
  );
}
