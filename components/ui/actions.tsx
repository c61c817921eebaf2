import type { ReactNode } from "react";

/** Buttons side by side on a desk, one under the other on a phone. */
export function Actions({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`actions ${className}`.trim()}>{children}</div>;
}
