export interface Choice {
  label: string;
  href: string;
  isCurrent: boolean;
}

/** One of a few views of the same page, as links; nothing when there is no choice. */
export function Switch({ label, choices }: { label: string; choices: readonly Choice[] }) {
  if (choices.length < 2) return null;
  return (
    <nav className="seg" aria-label={label}>
      {choices.map((choice) => (
        <a key={choice.href} href={choice.href} aria-current={choice.isCurrent ? "page" : undefined}>
          {choice.label}
        </a>
      ))}
    </nav>
  );
}
