import type { ReactNode } from "react";

/** One consequence of a form: when it happens or whom it concerns, and what happens. */
export interface Consequence {
  when: string;
  what: ReactNode;
}

/** The consequences of sending a form, one on each line. */
export function ConsequenceList({ title, lines }: { title: string; lines: readonly Consequence[] }) {
  return (
    <div className="consequences">
      <p>{title}</p>
      <ol>
        {lines.map(({ when, what }) => (
          <li key={when}>
            <span>{when}</span>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
