import type { MonthState } from "@/lib/completeness/archive-month";

/** The ground a month stands on. */
export const GROUNDS: Record<MonthState, string> = {
  leaving: "bg-warn-bg [box-shadow:inset_0_-3px_var(--color-warn)]",
  remaining: "bg-accent-soft [box-shadow:inset_0_-3px_var(--accent)]",
  gap: "bg-bad-bg [box-shadow:inset_0_-3px_var(--color-bad)]",
  complete: "",
  removed: "[background:repeating-linear-gradient(-45deg,transparent_0_5px,var(--color-line)_5px_6px)]",
  none: "",
  future: "",
};

/** What is written of a month. */
export const WORDS: Record<MonthState, string> = {
  leaving: "text-warn",
  remaining: "text-accent",
  gap: "text-bad",
  complete: "font-medium text-ok",
  removed: "font-regular text-ink-3",
  none: "font-regular text-ink-3",
  future: "font-regular text-ink-3",
};
