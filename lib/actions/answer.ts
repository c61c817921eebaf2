/**
 * How an action answers: the browser is sent to `to`; what is said waits for the page at `page` (`lib/http/flash.ts`).
 * It is a value and has no effect of its own, so that the first answer of a form can be given a second time.
 */
export interface Answer {
  to: string;
  said: { page: string; facts: Record<string, string>; keepsTyped: boolean } | null;
}

/** What an operation can tell: texts, counts, instants and lists of words. What is missing is left out. */
export type Facts = Readonly<
  Record<string, string | number | boolean | Date | readonly string[] | null | undefined>
>;

/** Shows the page at `to`, and says nothing. */
export const goTo = (to: string): Answer => ({ to, said: null });

/** Says something on the page at `page`; `to` is the same page with a query or an anchor, or one below it. */
export const say = (page: string, facts: Facts, to = page): Answer => ({
  to,
  said: { page, facts: inWords(facts), keepsTyped: false },
});

/**
 * Says on the page at `page` why the operation was refused, and gives back what was typed. `refusal` is the result of
 * the operation as it is: a wait (`retryAfterMs`) is told as `minutes`.
 */
export const refuse = (page: string, refusal: Facts & { reason: string }, to = page): Answer => ({
  to,
  said: { page, facts: inWords(refusal), keepsTyped: true },
});

/** Shows the form at `page` again with what was typed, and says nothing. */
export const showAgain = (page: string): Answer => ({
  to: page,
  said: { page, facts: {}, keepsTyped: true },
});

function inWords({ ok: _ok, retryAfterMs, ...facts }: Facts): Record<string, string> {
  const minutes = typeof retryAfterMs === "number" ? minutesUntil(retryAfterMs) : undefined;
  return Object.fromEntries(
    Object.entries({ ...facts, minutes }).flatMap(([name, fact]) => {
      const words = inWord(fact);
      return words === null ? [] : [[name, words]];
    }),
  );
}

/** Whole minutes to wait, one at least: nobody is told to come back in no time. */
const minutesUntil = (ms: number) => Math.max(1, Math.ceil(ms / 60_000));

function inWord(fact: Facts[string]): string | null {
  if (fact === null || fact === undefined || fact === false) return null;
  if (fact === true) return "yes";
  if (fact instanceof Date) return fact.toISOString();
  return typeof fact === "object" ? fact.join(" ") : String(fact);
}
