import type { CSSProperties } from "react";
import { Breakable } from "./breakable";
import { mailtoLink } from "./mail-link";
import { SafeLink } from "./safe-link";

/** A mail address, shown in full, as a `mailto:` link. */
export function MailtoAddress(props: { email: string; className: string; style: CSSProperties }) {
  const { email, className, style } = props;
  return (
    <SafeLink className={className} href={mailtoLink(email)} style={style}>
      <Breakable text={email} />
    </SafeLink>
  );
}
