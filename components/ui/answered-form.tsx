"use client";

import { type ReactNode, useActionState } from "react";

interface AnsweredFormProps {
  /** Returns the content to show once instead of the form, or redirects. */
  action: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
  className?: string;
  children: ReactNode;
}

/**
 * A form whose answer holds a secret. The answer is only in the response to the POST, not in a cookie or URL, and a
 * reload does not show it again. Works without scripts.
 */
export function AnsweredForm({ action, className, children }: AnsweredFormProps) {
  const [answer, submit] = useActionState(action, null);
  if (answer === null)
    return (
      <form action={submit} className={className}>
        {children}
      </form>
    );
  return (
    <div ref={(element) => element?.focus()} tabIndex={-1}>
      {answer}
    </div>
  );
}
