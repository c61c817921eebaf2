import { z } from "zod";

/*
 * The fields of a form. Typed or chosen values are kept when the form is refused; all other fields, above all
 * passwords, are not. A field is kept only if made by `text`, `choice` or `choiceOr`, so nothing is kept by mistake.
 */
const KEPT = new WeakSet<z.ZodType>();
const REPEATED = new WeakSet<z.ZodType>();

/** The fields of one form, by their names. */
export type FormFields = Readonly<Record<string, z.ZodType>>;

/**
 * A typed text, "" when none was sent. It is cut after `longest` characters: choose more than the operation accepts, so
 * that a longer text is refused as too long and not read as an empty one.
 */
export const text = (longest: number) =>
  kept(
    z
      .string()
      .catch("")
      .transform((typed) => typed.slice(0, longest)),
  );

/** A choice of one of `values`. Our forms send no other value; after another one the page is shown again. */
export const choice = <const Value extends string>(values: readonly Value[]) => kept(z.enum(values));

/** A choice of one of `values`; `otherwise` when nothing, or another value, was sent. */
export const choiceOr = <const Value extends string>(values: readonly Value[], otherwise: NoInfer<Value>) =>
  kept(z.enum(values).catch(otherwise));

/** An uploaded file; an empty one when none was chosen. It is never kept: a browser sends a file only when it is chosen again. */
export const file = () => z.instanceof(File).catch(() => new File([], ""));

/** A password or the secret of a link. It is never kept, and never cut: one that is too long is read as "". */
export const secret = () => z.string().max(1_024).catch("");

/**
 * A default password, which the form shows while it is typed: kept like a text when the form is refused, sealed and for a
 * minute (`lib/http/flash.ts`). Never cut: one that is too long is read as "".
 */
export const shownPassword = () => kept(z.string().max(128).catch(""));

/** A hidden field of the page, such as the id of a row; "" when it is missing or has more than `longest` characters. */
export const hidden = (longest: number) => z.string().max(longest).catch("");

/**
 * The values of boxes that have the same name, at most `most`. Never kept: a refused choice is chosen again on the page.
 */
export const several = (most: number) =>
  repeated(
    z
      .array(z.string().max(200))
      .catch([])
      .transform((values) => values.slice(0, most)),
  );

/** Returns what the form has for each field: all values of `several`, else the last. */
export const valuesOf = (fields: FormFields, form: FormData): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      REPEATED.has(field) ? form.getAll(name) : (form.getAll(name).at(-1) ?? undefined),
    ]),
  );

/** Returns the values of the kept fields, as texts for a cookie. */
export function keptOf(fields: FormFields, typed: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = Object.keys(fields).filter((name) => {
    const field = fields[name];
    return field !== undefined && KEPT.has(field);
  });
  return Object.fromEntries(names.map((name) => [name, String(typed[name] ?? "")]));
}

function repeated<Field extends z.ZodType>(field: Field): Field {
  REPEATED.add(field);
  return field;
}

function kept<Field extends z.ZodType>(field: Field): Field {
  KEPT.add(field);
  return field;
}
