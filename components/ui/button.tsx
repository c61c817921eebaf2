import type { ReactNode } from "react";

export type ButtonKind = "main" | "plain" | "quiet" | "danger";

const CLASSES: Record<ButtonKind, string> = {
  main: "button button-main",
  plain: "button",
  quiet: "button button-quiet",
  danger: "button button-danger",
};

interface ButtonProps {
  kind?: ButtonKind;
  className?: string;
  children: ReactNode;
}

type SubmitButtonProps = ButtonProps & {
  /** The action that receives the form, if it is not the form's own. */
  action?: (form: FormData) => Promise<void>;
};

/** A button that submits its form. Never disabled for invalid input: the answer says what to change. */
export function SubmitButton({ kind = "plain", className = "", children, action }: SubmitButtonProps) {
  return (
    <button className={`${CLASSES[kind]} ${className}`.trim()} formAction={action}>
      {children}
    </button>
  );
}

/** A link with the style of a button: a download, a next page. A plain `<a>`, which needs no JavaScript. */
export function LinkButton({
  kind = "plain",
  className = "",
  children,
  href,
}: ButtonProps & { href: string }) {
  return (
    <a className={`${CLASSES[kind]} ${className}`.trim()} href={href}>
      {children}
    </a>
  );
}
