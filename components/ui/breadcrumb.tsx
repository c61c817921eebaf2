import type { ReactNode } from "react";
import { Icon } from "./icon";

interface BreadcrumbProps {
  /** The accessible name for screen readers. */
  label: string;
  href: string;
  /** The title of the page above. */
  children: ReactNode;
}

/** The link to the page above, before the title of a page. */
export function Breadcrumb({ label, href, children }: BreadcrumbProps) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <Icon name="back" />
      <a className="tap-link" href={href}>
        {children}
      </a>
    </nav>
  );
}
