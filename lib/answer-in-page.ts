import { headers } from "next/headers";
import type { ReactNode } from "react";

declare global {
  // Actions and pages are separate bundles; they share this object through the global scope.
  var efactureAnswersInPage: WeakMap<Headers, ReactNode> | undefined;
}

/** The result of an action whose answer is in the page of the same response. */
export interface AnswerInPage {
  isInPage: true;
}

/**
 * Returns what a form's action must return so that `answer` stands in the form's place. Scripts that post the form get
 * the answer itself. Without scripts the response is the whole page, and React carries the result of the action to it as
 * JSON, which elements do not survive: their client components cannot be drawn, and scripts that arrive later remove the
 * whole answer. So the page itself draws the answer (`answerOfThisRequest`), and the result only says so.
 */
export async function placeAnswer(answer: ReactNode): Promise<ReactNode | AnswerInPage> {
  const request = await headers();
  if (request.has("next-action")) return answer;
  answersInPage().set(request, answer);
  return { isInPage: true };
}

/** Returns the answer to the form that was posted with the current request; null for other requests. */
export const answerOfThisRequest = async (): Promise<ReactNode> =>
  answersInPage().get(await headers()) ?? null;

const answersInPage = () => (globalThis.efactureAnswersInPage ??= new WeakMap());
