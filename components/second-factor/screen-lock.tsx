"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { type ScreenState, watchLock } from "./lock-timer";

/** The answer to a typed code: whether the screen is open, or why it stays locked. */
interface LockAnswer {
  isOpen: boolean;
  reason?: "wrong" | "used" | "too_many" | "session_over";
  minutes?: number;
}

interface ScreenLockProps {
  /** Returns a `LockAnswer`; the common type of actions does not say so. */
  action: (shown: null, form: FormData) => Promise<unknown>;
  /** The form to sign out. */
  signOut: ReactNode;
  stateHref: string;
  lockAfterMs: number;
  words: {
    title: string;
    code: string;
    recovery: string;
    submit: string;
    /** For a session that has ended. */
    over: { title: string; lead: string; signIn: string };
    /** `{minutes}` stands for the wait. */
    problems: Record<NonNullable<LockAnswer["reason"]>, string>;
  };
  /** The id of this form (`FormId`), and the text above the fields. */
  children: ReactNode;
}

/**
 * The last state shown in this window. It is kept here, because « Back » may show an earlier page without asking the
 * server.
 */
let lastScreen: ScreenState = "open";

/**
 * Covers the page while the session is locked, until the user types a code here or on another page of this browser. The
 * page below and the typed entries stay unchanged. Also covers the page when the session has ended, until the user
 * signs in again.
 */
export function ScreenLock({ action, signOut, stateHref, lockAfterMs, words, children }: ScreenLockProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const [screen, setScreen] = useState(lastScreen);
  const isLocked = screen === "locked";
  const isCovered = screen !== "open";
  const [answer, submit] = useActionState<LockAnswer | null, FormData>(async (before, form) => {
    const shown = await action(null, form);
    if (!isLockAnswer(shown)) return before;
    if (shown.isOpen) setScreen("open");
    return shown;
  }, null);
  useEffect(() => {
    lastScreen = screen;
    if (screen === "open") dialog.current?.close();
    else dialog.current?.showModal();
    return watchLock({ stateHref, lockAfterMs, screen }, setScreen);
  }, [screen, stateHref, lockAfterMs]);
  // Sets the focus again after a refusal, so that the next code can be typed at once.
  useEffect(() => {
    if (isLocked) code.current?.focus();
  }, [isLocked, answer]);
  const error = answer?.reason && words.problems[answer.reason].replace("{minutes}", String(answer.minutes));
  // Only the code closes the dialog; browsers close it at a second Escape, so it is opened again.
  const stayOpen = () => {
    if (isCovered) dialog.current?.showModal();
  };
  return (
    <dialog
      ref={dialog}
      className="screen-lock"
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      onClose={stayOpen}
    >
      {isLocked && (
        <div className="screen-lock-sheet">
          <form action={submit} className="grid gap-5" noValidate>
            <h2 id="lock-title">{words.title}</h2>
            {children}
            <FieldFrame id="lock-code" label={words.code} error={error}>
              <input
                ref={code}
                className="input code-input"
                id="lock-code"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={12}
                aria-invalid={error !== undefined || undefined}
                aria-describedby={descriptionOf({ id: "lock-code", error })}
              />
            </FieldFrame>
            <FieldFrame id="lock-recovery" label={words.recovery}>
              <input
                className="input"
                id="lock-recovery"
                name="recovery"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            </FieldFrame>
            <SubmitButton kind="main">{words.submit}</SubmitButton>
          </form>
          {signOut}
        </div>
      )}
      {screen === "ended" && (
        <div className="screen-lock-sheet grid gap-5">
          <h2 id="lock-title">{words.over.title}</h2>
          <p className="text-ink-2">{words.over.lead}</p>
          {/* Loads this page again, which redirects to sign-in; after sign-in the user returns to it. */}
          <LinkButton kind="main" href="">
            {words.over.signIn}
          </LinkButton>
        </div>
      )}
    </dialog>
  );
}

const isLockAnswer = (answer: unknown): answer is LockAnswer =>
  typeof answer === "object" && answer !== null && "isOpen" in answer;
