import { redirect } from "next/navigation";
import type { ReactElement, ReactNode } from "react";
import { z } from "zod";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import type { Answer } from "./answer";
import { type FormFields, keptOf } from "./fields";
import { pageOfForm } from "./page-of-form";

type Typed<Fields extends FormFields> = z.output<z.ZodObject<Fields>>;

/**
 * What a form posts to: first the values its page bound to it, last the form. A form that is answered in its own place
 * (`components/ui/answered-form.tsx`) sends what it shows now between them; nobody reads that.
 */
type ServerAction<Bound extends string[], Shown> = (
  ...sent: [...Bound, ...([Shown] extends [never] ? [] : [shown: ReactNode]), form?: FormData]
) => Promise<Shown>;

/**
 * Makes the wrapper for the actions of one kind of person. `recognise` returns who sent the form, or sends away (by a
 * redirect) whom the action is not for. An action checks, in this order: the origin, the person, the form. Then it runs
 * one operation and gives its answer: an element is shown in the form's place, an `Answer` is a page to go to.
 *
 * What a run counts or limits is in its operation, which knows what counts. `run` names the values bound by the page
 * after the form's, without defaults; a client can send others, so they are to be checked like any field.
 */
export function actionFor<Person>(recognise: () => Promise<Person>) {
  function action<
    Fields extends FormFields,
    Result extends Answer | ReactElement,
    Bound extends string[] = [],
  >(
    fields: Fields,
    run: (person: Person, typed: Typed<Fields>, ...bound: Bound) => Promise<Result>,
  ): ServerAction<Bound, Exclude<Result, Answer>>;
  function action(
    fields: FormFields,
    run: (
      person: Person,
      typed: Record<string, unknown>,
      ...bound: string[]
    ) => Promise<Answer | ReactElement>,
  ) {
    const schema = z.object(fields);
    return async (...sent: unknown[]): Promise<ReactElement> => {
      await requireSameOrigin();
      const person = await recognise();
      const form = sent.at(-1);
      const typed = schema.safeParse(form instanceof FormData ? Object.fromEntries(form) : {});
      if (!typed.success) redirect(await pageOfForm());
      // A form that is sent twice gets its first answer here.
      const answer = await run(person, typed.data, ...boundTexts(sent, run.length - 2));
      if (!("to" in answer)) return answer;
      if (answer.said) {
        const { page, facts, keepsTyped } = answer.said;
        await leaveFlash(page, { said: facts, typed: keepsTyped ? keptOf(fields, typed.data) : {} });
      }
      redirect(answer.to);
    };
  }
  return action;
}

/** The first `count` values; one that is missing, no text or very long is "", like a field. */
const boundTexts = (sent: readonly unknown[], count: number): string[] =>
  Array.from({ length: count }, (_, at) => z.string().max(1_000).catch("").parse(sent[at]));
