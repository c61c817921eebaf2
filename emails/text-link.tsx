import type { ReactNode } from "react";
import type { MailFrame } from "./mail-frame";
import type { WebLink } from "./mail-link";
import { SafeLink } from "./safe-link";

interface TextLinkProps {
  frame: MailFrame;
  href: WebLink;
  isStrong?: boolean;
  children: ReactNode;
}

/** A link inside a sentence or a table, underlined and in the supplier's readable colour. */
export function TextLink({ frame, href, isStrong = false, children }: TextLinkProps) {
  const color = frame.supplier.colors.light.accent;
  return (
    <SafeLink
      className="ac"
      href={href}
      style={{ color, textDecorationLine: "underline", ...(isStrong && { fontWeight: "bold" }) }}
    >
      {children}
    </SafeLink>
  );
}
