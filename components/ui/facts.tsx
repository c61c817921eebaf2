import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** What is known, term and value in two columns; a fact without a value is left out. */
export function Facts({ facts, className = "" }: { facts: Fact[]; className?: string }) {
  return (
    <dl className={`facts ${className}`.trim()}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ term, value }) => (
          <div className="contents" key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
