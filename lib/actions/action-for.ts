import { redirect } from "next/navigation";
import { isValidElement, type ReactNode } from "react";
import { z } from "zod";
import { type AnswerInPage, placeAnswer } from "@/lib/answer-in-page";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import type { Answer, Shown } from "./answer";
import { answerOnce } from "./answer-once";
import { type FormFields, keptOf, valuesOf } from "./fields";
import { asksForProof } from "./form-again";
import { answerLockedForm } from "./locked-form";
import { pageOfForm } from "./page-of-form";
import { cookiesOfAnswer, setCookies } from "./set-cookies";

export type Typed<Fields extends FormFields> = z.output<z.ZodObject<Fields>>;

/**
 * The server action of a form: its arguments are first the values bound by the page, last the form. A form whose
 * answer is shown in the same place (`components/ui/answered-form.tsx`) also sends its current content, which is
 * ignored.
 */
type ServerAction<Bound extends string[]> = (...sent: [...Bound, form?: FormData]) => Promise<undefined>;
type ShowingAction<Bound extends string[]> = (
  ...sent: [...Bound, shown: unknown, form?: FormData]
) => Promise<ReactNode | AnswerInPage>;

/**
 * Makes the wrapper for the actions of one kind of person. `recognise` returns the person who sent the form, or
 * redirects persons who may not use the action. An action checks, in this order: the origin, whether the form was sent
 * before (then its first answer is given again), the person, the form. Then it runs one operation and returns its
 * answer: an `Answer` redirects to a page; `showInPlace` shows the component `Show` in the form's place.
 *
 * Counting and limits are in the operation, which knows what to count. `run` takes the values bound by the page after
 * the fields of the form, without default values; a client can send others, so check them like any field.
 */
export function actionFor<Person>(recognise: () => Promise<Person>) {
  function action<Fields extends FormFields, Bound extends string[] = []>(
    fields: Fields,
    run: (person: Person, typed: Typed<Fields>, ...bound: Bound) => Promise<Answer>,
  ): ServerAction<Bound>;
  function action<Fields extends FormFields, Props extends object, Bound extends string[] = []>(
    fields: Fields,
    run: (person: Person, typed: Typed<Fields>, ...bound: Bound) => Promise<Answer | Shown<Props>>,
    Show: (props: Props) => ReactNode | Promise<ReactNode>,
  ): ShowingAction<Bound>;
  function action(
    fields: FormFields,
    run: (
      person: Person,
      typed: Record<string, unknown>,
      ...bound: string[]
    ) => Promise<Answer | Shown<object>>,
    Show?: (props: never) => ReactNode | Promise<ReactNode>,
  ) {
    const schema = z.object(fields);
    return async function post(...sent: unknown[]): Promise<ReactNode | AnswerInPage> {
      await requireSameOrigin();
      const last = sent.at(-1);
      const form = last instanceof FormData ? last : new FormData();
      const bound = boundTexts(sent, run.length - 2);
      const whenLocked = async (refusal: unknown): Promise<Person | LockedForm> => {
        const locked = await answerLockedForm(fields, form);
        if (locked === "unlocked") return recognise();
        if (locked) return new LockedForm(locked);
        throw refusal;
      };
      let isCopy = true;
      const { to, shown, cookies } = await answerOnce(
        { form, fields: Object.keys(fields), bound },
        async () => {
          isCopy = false;
          const person = await recognise().catch(whenLocked);
          if (person instanceof LockedForm) return answered(person.answer, {});
          const typed = schema.safeParse(valuesOf(fields, form));
          if (!typed.success) redirect(await pageOfForm());
          return answered(await run(person, typed.data, ...bound), keptOf(fields, typed.data));
        },
      );
      // The answer shown in place may contain a password, so the person is checked for a copy of the form too.
      // After a redirect the page checks the person. A form that only asks for a proof shows only what was sent.
      if (isCopy && to === null && !asksForProof(shown)) await recognise();
      await setCookies(cookies);
      if (to !== null) redirect(to);
      // The properties come back from JSON without a type; the overloads above ensure that `Show` accepts them.
      const content = await Show?.(shown as never);
      return isValidElement(content) ? placeAnswer(content) : content;
    };
  }
  return action;
}

/** The answer to a form whose session was locked. */
class LockedForm {
  constructor(readonly answer: Shown<object>) {}
}

/**
 * Stores the message that the next page shows, with the typed values if the answer keeps them. Returns the response.
 */
async function answered(answer: Answer | Shown<object>, typed: Record<string, string>) {
  if ("shown" in answer)
    return {
      to: null,
      shown: { ...answer.shown },
      cookies: await cookiesOfAnswer(),
      isRefusal: answer.isRefusal ?? false,
    };
  const { to, message } = answer;
  if (message)
    await leaveFlash(message.page, { result: message.facts, typed: message.keepsTyped ? typed : {} });
  return { to, shown: {}, cookies: await cookiesOfAnswer(), isRefusal: message?.keepsTyped ?? false };
}

/** Returns the first `count` values; a value that is missing, not a text or very long is "", as for a field. */
const boundTexts = (sent: readonly unknown[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => z.string().max(1_000).catch("").parse(sent[index]));
