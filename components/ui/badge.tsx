import type { ReactNode } from "react";

/** What a document is, in a word: Avoir, Original, Duplicata. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="badge">{children}</span>;
}
