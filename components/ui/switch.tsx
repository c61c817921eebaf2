export interface Choice {
  label: string;
  href: string;
  isCurrent: boolean;
}

/** The links to the views of the same page; nothing if there is only one. */
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
          className="view-link"
          href={choice.href}
          aria-current={choice.isCurrent ? "page" : undefined}
        >
          {choice.label}
        </a>
      ))}
    </nav>
  );
}
