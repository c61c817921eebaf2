import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

const STORED = "reading-keys";
const CHANGED = "reading-keys-changed";

export interface KeyActions {
  next: () => void;
  previous: () => void;
  download: () => void;
  close: () => void;
}

/**
 * The keys of reading mode: arrows, `j` and `k`, `d`, Escape. Single letters can be switched off (WCAG 2.1.4), which this
 * browser remembers. Returns whether they are on, and a function to change it.
 */
export function useKeys(actions: KeyActions): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(STORED) !== "off",
    () => true,
  );
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, isOn);
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return [isOn, setKeys];
}

function actionOf(event: KeyboardEvent, hasLetters: boolean): keyof KeyActions | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return null;
  const { target } = event;
  if (!(target instanceof Element)) return null;
  if (target.closest("input, textarea, select, [contenteditable], [popover], dialog")) return null;
  // In the document these keys scroll.
  const scrolls = target.closest("[data-reading-pages]") !== null;
  switch (event.key) {
    case "ArrowRight":
      return "next";
    case "ArrowLeft":
      return "previous";
    case "ArrowDown":
      return scrolls ? null : "next";
    case "ArrowUp":
      return scrolls ? null : "previous";
    case "Escape":
      return document.fullscreenElement ? null : "close";
    case "j":
      return hasLetters ? "next" : null;
    case "k":
      return hasLetters ? "previous" : null;
    case "d":
      return hasLetters ? "download" : null;
    default:
      return null;
  }
}

function setKeys(isOn: boolean): void {
  localStorage.setItem(STORED, isOn ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}
