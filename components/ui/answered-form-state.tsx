"use client";

import { type ReactNode, useActionState } from "react";
import type { ProofAsked } from "@/lib/actions/proof-asked";
import { ProofAskedContext } from "./proof-asked-context";

type Shown = ReactNode | ProofAsked;

/** Returns the content to show once instead of the form, or what the form must ask for; or redirects. */
export type AnsweringAction = (shown: Shown, form: FormData) => Promise<Shown>;

export interface AnsweredFormProps {
  action: AnsweringAction;
  className?: string;
  children: ReactNode;
}

/**
 * Shows the form until it is answered, then the answer in its place. A form that comes back to ask for a proof tells its
 * fields what was typed.
 */
export function AnsweredFormState({ action, className, children }: AnsweredFormProps) {
  const [answer, submit] = useActionState<Shown, FormData>(action, null);
  if (answer === null || answer === undefined || isProofAsked(answer)) {
    const asked = answer ?? null;
    return (
      <ProofAskedContext value={asked}>
        <form key={asked?.asked.at} action={submit} className={className}>
          {children}
        </form>
      </ProofAskedContext>
    );
  }
  return (
    <div ref={(element) => element?.focus()} tabIndex={-1}>
      {answer}
    </div>
  );
}

const isProofAsked = (answer: Shown): answer is ProofAsked =>
  typeof answer === "object" && answer !== null && "asked" in answer;
