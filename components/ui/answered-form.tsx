"use client";

import { type ReactNode, useActionState } from "react";

interface AnsweredFormProps {
  /** Answers with what is shown in the form's place, once, or redirects. */
  action: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
  className?: string;
  children: ReactNode;
}

/**
 * A form whose answer holds a secret: it is in the response to the POST and nowhere else, neither in a cookie nor in an
 * address, and a reload does not bring it back. Works before any script arrives.
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
    <div ref={(place) => place?.focus()} tabIndex={-1}>
      {answer}
    </div>
  );
}
