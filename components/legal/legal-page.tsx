import type { ReactNode } from "react";

/** A title, when it was last changed, and text to read. */
export function LegalPage({
  title,
  updated,
  children,
}: {
  title: string;
  updated: string;
  children: ReactNode;
}) {
  return (
    <article className="prose">
      <h1>{title}</h1>
      <p className="mt-2 text-2 text-ink-2">{updated}</p>
      {children}
    </article>
  );
}
