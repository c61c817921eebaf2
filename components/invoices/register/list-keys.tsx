"use client";

import { useEffect } from "react";

/**
 * The keyboard of the list: `/` search, `j` and `k` from row to row, `x` choose, `d` download, `?` help; Enter opens, as on
 * every link. A row is reached by the focus of its link, so that screen readers follow. Single keys can be turned off
 * (WCAG 2.1.4), and do nothing while somebody types, with a modifier, or below an open dialog. Also: a click with Shift
 * chooses the rows in between, the box in the head chooses the page, and Escape closes an open filter.
 */
export function ListKeys({ isOn }: { isOn: boolean }) {
  useEffect(() => {
    let lastBox: HTMLInputElement | null = null;
    const onClick = ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement) || !target.closest(".choose")) return;
      const all = boxes();
      if (target.name !== "chosen") check(all, target.checked);
      else if (shiftKey && lastBox) {
        const [from = 0, to = 0] = [all.indexOf(lastBox), all.indexOf(target)].sort((a, b) => a - b);
        check(all.slice(Math.max(0, from), to + 1), target.checked);
      }
      lastBox = target.name === "chosen" ? target : null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") closeFilter();
      const run = isOn && !isElsewhere(event) ? KEYS[event.key] : undefined;
      if (!run || (isCovered() && event.key !== "?")) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOn]);
  return null;
}

const KEYS: Partial<Record<string, () => void>> = {
  "/": () => document.getElementById("q")?.focus(),
  j: () => moveBy(1),
  k: () => moveBy(-1),
  x: () => currentRow()?.querySelector<HTMLElement>(".choose input")?.click(),
  d: () => currentRow()?.querySelector<HTMLElement>(".download a")?.click(),
  "?": () => document.getElementById("shortcuts")?.togglePopover(),
};

const boxes = () => [...document.querySelectorAll<HTMLInputElement>(".choose [name=chosen]:enabled")];

function check(all: readonly HTMLInputElement[], isChecked: boolean): void {
  for (const box of all) box.checked = isChecked;
}

const currentRow = () => document.activeElement?.closest(".register tbody tr") ?? null;

function moveBy(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>(".register .number a")];
  const link = currentRow()?.querySelector<HTMLElement>(".number a");
  const at = link ? links.indexOf(link) + step : step > 0 ? 0 : links.length - 1;
  const next = links[at];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function closeFilter(): void {
  const open = document.querySelector("details[name=filter][open]");
  if (!open) return;
  open.removeAttribute("open");
  open.querySelector("summary")?.focus();
}

/** Whether the key belongs to something else: a field, a shortcut of the browser. */
function isElsewhere({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true;
  const field =
    target instanceof Element ? target.closest("input, select, textarea, [contenteditable]") : null;
  return field !== null && !field.matches("[type=checkbox]");
}

const isCovered = () => document.querySelector("dialog[open], :popover-open") !== null;
