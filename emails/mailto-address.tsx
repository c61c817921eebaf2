import type { CSSProperties } from "react";
import { mailtoLink } from "./mail-link";
import { SafeLink } from "./safe-link";

/** An address to write to, shown as it is. */
export function MailtoAddress(props: { email: string; className: string; style: CSSProperties }) {
  const { email, className, style } = props;
  return (
    <SafeLink className={className} href={mailtoLink(email)} style={style}>
      {email}
    </SafeLink>
  );
}
