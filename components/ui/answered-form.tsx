import { answerOfThisRequest } from "@/lib/answer-in-page";
import { type AnsweredFormProps, AnsweredFormState } from "./answered-form-state";
import { FormId } from "./form";

/**
 * A form whose answer contains secrets: a secret that is shown once, or typed values that are shown again because the
 * form asks for more (`lib/actions/form-again.ts`). The answer is only in the response to the POST, not in a cookie or
 * URL, and a later visit of the page does not show it again. Works without scripts.
 */
export async function AnsweredForm({ children, ...form }: AnsweredFormProps) {
  return (
    <AnsweredFormState {...form} answerInPage={await answerOfThisRequest()}>
      <FormId />
      {children}
    </AnsweredFormState>
  );
}
