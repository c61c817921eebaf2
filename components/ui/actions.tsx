import type { ReactNode } from "react";

/** A group of buttons: side by side on a desktop, one below the other on a phone. */
export function Actions({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`actions ${className}`.trim()}>{children}</div>;
}
