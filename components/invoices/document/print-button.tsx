"use client";

import type { ReactNode } from "react";

/** A button that prints the page. Hidden without scripts, where only the browser's menu can print. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="button needs-script" onClick={() => window.print()}>
      {children}
    </button>
  );
}
