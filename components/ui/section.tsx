import type { ReactNode } from "react";

/** A section of a page, with a rule above and a heading; `id` is for links to it. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
