"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIND_HASH = "#find";

/**
 * Ctrl K, or ⌘ K, moves from every page of the console to the search box for customers. A single letter as shortcut
 * would disturb speech input (WCAG 2.1.4). The shortcut does nothing on a locked page, and does not leave a page where
 * the user has typed something. After a search, the first customer found gets the focus, so that Enter opens it and a
 * phone scrolls to it.
 */
export function FindShortcut() {
  const router = useRouter();
  useEffect(() => {
    if (window.location.hash === FIND_HASH) findBox()?.focus();
    else if (findBox()?.defaultValue && document.activeElement === document.body) firstFound()?.focus();
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!isShortcut || event.shiftKey || event.altKey || isCovered()) return;
      const box = findBox();
      if (!box && isTyping()) return;
      event.preventDefault();
      if (box) {
        box.focus();
        box.select();
      } else router.push(`/console/accounts${FIND_HASH}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);
  return null;
}

const findBox = () => document.querySelector<HTMLInputElement>(".find-box input[type=search]");

const firstFound = () => document.querySelector<HTMLAnchorElement>(".account-table .company a");

/** Whether a dialog is open, such as that of a locked screen. */
const isCovered = () => document.querySelector("dialog[open]") !== null;

const isTyping = () =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main input, main textarea")].some(
    (field) => field.value !== field.defaultValue,
  );
