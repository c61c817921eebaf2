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
 * The server action of a form: its arguments are first the values bound by the page, last the form. A form that is
 * answered in its own place (`components/ui/answered-form.tsx`) also sends its current content between them, unused.
 */
type ServerAction<Bound extends string[], Shown> = (
  ...sent: [...Bound, ...([Shown] extends [never] ? [] : [shown: ReactNode]), form?: FormData]
) => Promise<Shown>;

/**
 * Makes the wrapper for the actions of one kind of person. `recognise` returns the person who sent the form, or
 * redirects persons who may not use the action. An action checks, in this order: the origin, the person, the form.
 * Then it runs one operation and returns its answer: an element is shown in the form's place, an `Answer` redirects
 * to a page.
 *
 * Counting and limits are in the operation, which knows what to count. `run` takes the values bound by the page after
 * the fields of the form, without default values; a client can send others, so check them like any field.
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
      // A form that is sent twice runs twice: a check that returns the first answer again would belong here.
      const answer = await run(person, typed.data, ...boundTexts(sent, run.length - 2));
      if (!("to" in answer)) return answer;
      if (answer.message) {
        const { page, facts, keepsTyped } = answer.message;
        await leaveFlash(page, { result: facts, typed: keepsTyped ? keptOf(fields, typed.data) : {} });
      }
      redirect(answer.to);
    };
  }
  return action;
}

/** Returns the first `count` values; a value that is missing, not a text or very long is "", as for a field. */
const boundTexts = (sent: readonly unknown[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => z.string().max(1_000).catch("").parse(sent[index]));
