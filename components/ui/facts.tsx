import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** A list of facts, term and value in two columns. A fact without a value is left out. */
export function Facts({ facts, className = "" }: { facts: Fact[]; className?: string }) {
  return (
    <dl
      className={`grid grid-cols-[max-content_1fr] items-baseline gap-x-6 gap-y-2 text-2 max-tablet:grid-cols-[minmax(6rem,8rem)_1fr] max-tablet:gap-x-3 ${className}`.trim()}
    >
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== "")
        .map(({ term, value }) => (
          <div className="contents" key={term}>
            <dt className="text-ink-2">{term}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
