import type { ReactNode } from "react";

interface FigureProps {
  term: string;
  figure: ReactNode;
  /** What the figure counts. */
  href?: string | undefined;
  tone?: "accent" | "warn" | undefined;
  children?: ReactNode;
}

/** A main figure, which leads to what it counts, with a detail below. */
export function Figure({ term, figure, href, tone, children }: FigureProps) {
  const colour = tone === "accent" ? "text-accent" : tone === "warn" ? "text-warn" : "";
  return (
    <div>
      <dt className="text-2 text-ink-2">{term}</dt>
      <dd className={`text-5 leading-[1.25] font-bold wrap-anywhere ${colour}`}>
        {href === undefined ? (
          figure
        ) : (
          <a className="tap-link" href={href}>
            {figure}
          </a>
        )}
      </dd>
      {children !== undefined && (
        <dd className="text-1 leading-[1.25] wrap-anywhere text-ink-2">{children}</dd>
      )}
    </div>
  );
}
