"use client";

import type { ReactNode } from "react";

/** Prints the page. Without scripts it is not there: the browser's own menu prints. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="button needs-script" onClick={() => window.print()}>
      {children}
    </button>
  );
}
