"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAgain } from "@/lib/actions/form-again";
import type { AnswerInPage } from "@/lib/answer-in-page";
import { FormAgainContext } from "./form-again-context";

type Shown = ReactNode | FormAgain | AnswerInPage;

/** Returns the content to show once instead of the form, or the values of a form that is shown again; or redirects. */
export type AnsweringAction = (shown: Shown, form: FormData) => Promise<Shown>;

export interface AnsweredFormProps {
  action: AnsweringAction;
  className?: string;
  children: ReactNode;
}

/**
 * Shows the form until the action returns an answer, then the answer instead of the form. A form that is shown again to
 * ask for more gives the typed values to its fields.
 */
export function AnsweredFormState({
  action,
  className,
  answerInPage,
  children,
}: AnsweredFormProps & { answerInPage: ReactNode }) {
  const [answer, submit] = useActionState<Shown, FormData>(action, null);
  if (answer === null || answer === undefined || isFormAgain(answer)) {
    const again = answer ?? null;
    return (
      <FormAgainContext value={again}>
        <form key={again?.at} action={submit} className={className} noValidate>
          {children}
        </form>
      </FormAgainContext>
    );
  }
  return (
    <div ref={(element) => element?.focus()} tabIndex={-1}>
      {isInPage(answer) ? answerInPage : answer}
    </div>
  );
}

const isInPage = (answer: Shown): answer is AnswerInPage =>
  typeof answer === "object" && answer !== null && "isInPage" in answer;

const isFormAgain = (answer: Shown): answer is FormAgain =>
  typeof answer === "object" && answer !== null && "typed" in answer;
