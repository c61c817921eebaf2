import type { ReactNode } from "react";

type Kind = "main" | "plain" | "quiet" | "danger";

const CLASSES: Record<Kind, string> = {
  main: "button button-main",
  plain: "button",
  quiet: "button button-quiet",
  danger: "button button-danger",
};

interface Looks {
  kind?: Kind;
  className?: string;
  children: ReactNode;
}

type SubmitButtonProps = Looks & {
  /** Where it sends the form, if not where the form says. */
  action?: (form: FormData) => Promise<void>;
};

/** Sends its form. Never disabled for invalid input: the answer says what to change. */
export function SubmitButton({ kind = "plain", className = "", children, action }: SubmitButtonProps) {
  return (
    <button className={`${CLASSES[kind]} ${className}`.trim()} formAction={action}>
      {children}
    </button>
  );
}

/** A link that acts: a download, a next page. A plain anchor, so that it costs no JavaScript. */
export function LinkButton({ kind = "plain", className = "", children, href }: Looks & { href: string }) {
  return (
    <a className={`${CLASSES[kind]} ${className}`.trim()} href={href}>
      {children}
    </a>
  );
}
