/**
 * The mark of a mail: it arrived (`ok`), may still arrive (`late`), did not arrive (`bad`) or was not sent (`other`).
 */
export type Mark = "ok" | "late" | "bad" | "other";

/** The CSS class of each mark; a mail that arrived has none. */
export const MARK_CLASS: Record<Mark, string | undefined> = {
  ok: undefined,
  late: "is-late",
  bad: "is-bad",
  other: "is-other",
};
