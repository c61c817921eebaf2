"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { watchLock } from "./lock-timer";

/** The answer to a code: whether the screen is open, or why not. */
interface LockAnswer {
  isOpen: boolean;
  reason?: "wrong" | "used" | "too_many" | "session_over";
  minutes?: number;
}

interface ScreenLockProps {
  /** Its answer is a `LockAnswer`, which the types of actions call a node. */
  action: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
  /** The form to sign out. */
  signOut: ReactNode;
  stateHref: string;
  lockAfterMs: number;
  words: {
    title: string;
    code: string;
    recovery: string;
    submit: string;
    /** `{minutes}` stands for the wait. */
    problems: Record<NonNullable<LockAnswer["reason"]>, string>;
  };
  /** The id of this form (`FormId`), and what is said above the fields. */
  children: ReactNode;
}

/**
 * Covers the page of a session that is locked, until a code was given here or on another page of this browser. The page and
 * what was typed stay as they are.
 */
export function ScreenLock({ action, signOut, stateHref, lockAfterMs, words, children }: ScreenLockProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const [isLocked, setLocked] = useState(false);
  const [answer, submit] = useActionState<LockAnswer | null, FormData>(async (before, form) => {
    const shown = await action(null, form);
    if (!isLockAnswer(shown)) return before;
    if (shown.isOpen) setLocked(false);
    return shown;
  }, null);
  useEffect(() => {
    if (isLocked) dialog.current?.showModal();
    else dialog.current?.close();
    return watchLock({ stateHref, lockAfterMs, isLocked }, setLocked);
  }, [isLocked, stateHref, lockAfterMs]);
  // After a refusal too: the next code is typed at once.
  useEffect(() => {
    if (isLocked) code.current?.focus();
  }, [isLocked, answer]);
  const error = answer?.reason && words.problems[answer.reason].replace("{minutes}", String(answer.minutes));
  // Only the code closes it: browsers let a second Escape through.
  const stayOpen = () => {
    if (isLocked) dialog.current?.showModal();
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
    </dialog>
  );
}

const isLockAnswer = (answer: unknown): answer is LockAnswer =>
  typeof answer === "object" && answer !== null && "isOpen" in answer;
