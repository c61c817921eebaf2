import { Link } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import type { MailtoLink, WebLink } from "./mail-link";

interface SafeLinkProps {
  className: string;
  /** A checked link: a plain string does not compile. */
  href: WebLink | MailtoLink;
  style: CSSProperties;
  children: ReactNode;
}

/** The only component of mails that renders an `<a>`. */
export function SafeLink({ className, href, style, children }: SafeLinkProps) {
  return (
    <Link className={className} href={href} style={style}>
      {children}
    </Link>
  );
}
