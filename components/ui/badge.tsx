import type { ReactNode } from "react";

/** A label of one word, such as the kind of a document: Avoir, Original, Duplicata. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="badge">{children}</span>;
}
