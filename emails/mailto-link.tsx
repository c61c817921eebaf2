import { Link } from "@react-email/components";
import type { CSSProperties } from "react";

/** An address to write to, shown as it is. */
export function MailtoLink(props: { email: string; className: string; style: CSSProperties }) {
  const { email, className, style } = props;
  return (
    <Link
      className={className}
      href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}
      style={style}
    >
      {email}
    </Link>
  );
}
