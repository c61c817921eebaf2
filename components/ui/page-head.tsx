import type { ReactNode } from "react";

/** The title of a page, with details or actions at the end of the line. */
export function PageHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
