import { z } from "zod";

/*
 * The fields of a form. What a person typed or chose is kept when the form is refused; every other field, and above all
 * a password, is not. A field is kept only if it was made by `text` or `choice`: nothing is kept by mistake.
 */
const KEPT = new WeakSet<z.ZodType>();

/** The fields of one form, by their names. */
export type FormFields = Readonly<Record<string, z.ZodType>>;

/**
 * A text that a person typed, "" where none was sent. It is cut after `most` characters: choose more than the operation
 * accepts, so that a longer text is refused as too long and not taken for an empty one.
 */
export const text = (most: number) =>
  kept(
    z
      .string()
      .catch("")
      .transform((typed) => typed.slice(0, most)),
  );

/** One of `values`, as a person chose it. A form with any other value was not written by us: its page is shown again. */
export const choice = <const Value extends string>(values: readonly Value[]) => kept(z.enum(values));

/** One of `values`, as a person chose it; `otherwise` where nothing, or something else, was sent. */
export const choiceOr = <const Value extends string>(values: readonly Value[], otherwise: NoInfer<Value>) =>
  kept(z.enum(values).catch(otherwise));

/** A password or the secret of a link. It is never kept, and not cut either: a longer one is read as "". */
export const secret = () => z.string().max(1_024).catch("");

/** What our page wrote into its form, such as the id of a row; "" where it is missing or longer than `most`. */
export const hidden = (most: number) => z.string().max(most).catch("");

/** What was typed in the fields that are kept, in words that a cookie can hold. */
export function keptOf(fields: FormFields, typed: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = Object.keys(fields).filter((name) => {
    const field = fields[name];
    return field !== undefined && KEPT.has(field);
  });
  return Object.fromEntries(names.map((name) => [name, String(typed[name] ?? "")]));
}

function kept<Field extends z.ZodType>(field: Field): Field {
  KEPT.add(field);
  return field;
}
