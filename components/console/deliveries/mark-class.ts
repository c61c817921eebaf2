/** How a mail is drawn: it arrived, it may still, it did not, or it was not sent. */
export type Mark = "ok" | "late" | "bad" | "other";

/** The class of each mark; one that arrived has the plain look. */
export const MARK_CLASS: Record<Mark, string | undefined> = {
  ok: undefined,
  late: "is-late",
  bad: "is-bad",
  other: "is-other",
};
