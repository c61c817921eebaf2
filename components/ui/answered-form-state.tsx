"use client";

import { type ReactNode, useActionState } from "react";

export interface AnsweredFormProps {
  /** Returns the content to show once instead of the form, or redirects. */
  action: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
  className?: string;
  children: ReactNode;
}

/** Shows the form until it is answered, then the answer in its place. */
export function AnsweredFormState({ action, className, children }: AnsweredFormProps) {
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
