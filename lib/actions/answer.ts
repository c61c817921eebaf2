import { MINUTE_MS } from "@/lib/durations";

/**
 * The answer of an action: the browser is redirected to `to`; a message waits for the page at `page`
 * (`lib/http/flash.ts`). It is a value without side effects, so that the first answer of a form can be given again.
 */
export interface Answer {
  to: string;
  message: { page: string; facts: Record<string, string>; keepsTyped: boolean } | null;
}

/** The answer of an action that shows something in the form's place: the properties of its component, plain values. */
export interface Shown<Props extends object> {
  shown: Props;
  /**
   * Whether the answer shows the form again, because it was refused or is to be confirmed. Such an answer is kept
   * only briefly for copies of the form.
   */
  isRefusal?: boolean;
}

/** The facts an operation can report: texts, counts, instants and lists of words. Missing facts are left out. */
export type Facts = Readonly<
  Record<string, string | number | boolean | Date | readonly string[] | null | undefined>
>;

/** Shows the page at `to`, without a message. */
export const goTo = (to: string): Answer => ({ to, message: null });

/** Shows the action's component with these properties in the form's place. */
export const showInPlace = <Props extends object>(shown: Props): Shown<Props> => ({ shown });

/** Shows a message on the page at `page`; `to` is the same page with a query or an anchor, or one below it. */
export const say = (page: string, facts: Facts, to = page): Answer => ({
  to,
  message: { page, facts: toTexts(facts), keepsTyped: false },
});

/**
 * Shows on the page at `page` why the operation was refused, and returns the typed values. `refusal` is the unchanged
 * result of the operation: a wait (`retryAfterMs`) is reported as `minutes`.
 */
export const refuse = (page: string, refusal: Facts & { reason: string }, to = page): Answer => ({
  to,
  message: { page, facts: toTexts(refusal), keepsTyped: true },
});

/** Shows the form at `page` again with the typed values. */
export const showAgain = (page: string, facts: Facts = {}): Answer => ({
  to: page,
  message: { page, facts: toTexts(facts), keepsTyped: true },
});

function toTexts({ ok: _ok, retryAfterMs, ...facts }: Facts): Record<string, string> {
  const minutes = typeof retryAfterMs === "number" ? minutesUntil(retryAfterMs) : undefined;
  return Object.fromEntries(
    Object.entries({ ...facts, minutes }).flatMap(([name, fact]) => {
      const text = toText(fact);
      return text === null ? [] : [[name, text]];
    }),
  );
}

/** Returns the wait in whole minutes, at least one, so that no page asks to wait for zero minutes. */
export const minutesUntil = (ms: number) => Math.max(1, Math.ceil(ms / MINUTE_MS));

function toText(fact: Facts[string]): string | null {
  if (fact === null || fact === undefined || fact === false) return null;
  if (fact === true) return "yes";
  if (fact instanceof Date) return fact.toISOString();
  return typeof fact === "object" ? fact.join(" ") : String(fact);
}
