import type { HelpEntry } from "@/components/help/help-entry";

/** Questions to choose from, each with its answer in a sentence. */
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
