import type { ReactNode } from "react";

/** What a document is, in a word: Avoir, Original, Duplicata. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
