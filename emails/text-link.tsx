import { Link } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailFrame } from "./mail-frame";

interface TextLinkProps {
  frame: MailFrame;
  href: string;
  isStrong?: boolean;
  children: ReactNode;
}

/** A link inside a sentence or a table, in the supplier's readable colour and underlined. */
export function TextLink({ frame, href, isStrong = false, children }: TextLinkProps) {
  const color = frame.supplier.colors.light.accent;
  return (
    <Link
      className="ac"
      href={href}
      style={{ color, textDecorationLine: "underline", ...(isStrong && { fontWeight: "bold" }) }}
    >
      {children}
    </Link>
  );
}
