import type { MonthState } from "@/lib/completeness/archive-month";

/** The classes for the background of a month. */
export const BACKGROUNDS: Record<MonthState, string> = {
  expiring: "bg-warn-bg [box-shadow:inset_0_-3px_var(--color-warn)]",
  remaining: "bg-accent-soft [box-shadow:inset_0_-3px_var(--accent)]",
  gap: "bg-bad-bg [box-shadow:inset_0_-3px_var(--color-bad)]",
  complete: "",
  removed: "[background:repeating-linear-gradient(-45deg,transparent_0_5px,var(--color-line)_5px_6px)]",
  none: "",
  future: "",
};

/** The classes for the text of a month. */
export const TEXT_STYLES: Record<MonthState, string> = {
  expiring: "text-warn",
  remaining: "text-accent",
  gap: "text-bad",
  complete: "font-medium text-ok",
  removed: "font-regular text-ink-3",
  none: "font-regular text-ink-3",
  future: "font-regular text-ink-3",
};
