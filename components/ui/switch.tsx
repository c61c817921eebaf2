export interface Choice {
  label: string;
  href: string;
  isCurrent: boolean;
}

/** The links to a few views of the same page; nothing if there is no choice. */
export function Switch({ label, choices }: { label: string; choices: readonly Choice[] }) {
  if (choices.length < 2) return null;
  return (
    <nav
      className="mb-4 flex gap-6 overflow-x-auto border-b border-line text-2 print:hidden"
      aria-label={label}
    >
      {choices.map((choice) => (
        <a
          key={choice.href}
          className="inline-flex min-h-11 items-center border-b-3 border-transparent whitespace-nowrap text-ink-2 no-underline focus-visible:-outline-offset-3 aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
          href={choice.href}
          aria-current={choice.isCurrent ? "page" : undefined}
        >
          {choice.label}
        </a>
      ))}
    </nav>
  );
}
