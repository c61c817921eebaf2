import type { ReactNode } from "react";

/** The layout of legal pages: a title, the date of the last change and the text. */
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
