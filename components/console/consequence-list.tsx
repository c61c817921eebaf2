import type { ReactNode } from "react";

/** When or to whom, and what. */
export interface Consequence {
  when: string;
  what: ReactNode;
}

/** What will happen when the form is sent, one line each. */
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
