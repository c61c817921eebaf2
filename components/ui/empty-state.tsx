import type { ReactNode } from "react";

/** The text shown instead of an empty list: why it is empty and what to do. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="bleed border border-line bg-surface px-(--gutter) py-8 tablet:px-4">
      <div className="max-w-text space-y-4">
        <h2 className="text-5">{title}</h2>
        {children}
      </div>
    </section>
  );
}
