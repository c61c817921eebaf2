"use client";

import { useRef } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { useFormAgain, useFormDetails } from "@/components/ui/form-again-context";

const RENEW_EVERY_MS = 60_000;
const MAX_RENEWALS = 60;

interface AnswerTextProps {
  label: string;
  hint: string;
  maxLength: number;
  /** The texts of the refusals, by reason. */
  problems: Readonly<Record<string, string>>;
  markAnswering: (shown: null, form: FormData) => Promise<unknown>;
}

/** What the action returned: the text with the inserted template, or the reason of the refusal. */
interface Details {
  text: string;
  problem: string;
}

/**
 * The text field of an answer. It keeps the typed text. While the user types, colleagues see that somebody is
 * answering.
 */
export function AnswerText({ label, hint, maxLength, problems, markAnswering }: AnswerTextProps) {
  const again = useFormAgain();
  const details = useFormDetails<Details>();
  const error = details.problem === undefined ? undefined : problems[details.problem];
  const renewed = useRef({ at: 0, count: 0 });
  const renew = () => {
    const { at, count } = renewed.current;
    const now = Date.now();
    if (now - at < RENEW_EVERY_MS || count >= MAX_RENEWALS) return;
    renewed.current = { at: now, count: count + 1 };
    // This notice to colleagues is not essential, so an error is ignored.
    markAnswering(null, new FormData()).catch(() => {});
  };
  return (
    <FieldFrame id="answer" label={label} hint={hint} error={error}>
      <textarea
        className="input"
        id="answer"
        name="text"
        rows={8}
        maxLength={maxLength}
        defaultValue={details.text ?? again?.typed.text ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptionOf({ id: "answer", hint, error })}
        ref={(area) => {
          if (again) area?.focus();
        }}
        onInput={renew}
      />
    </FieldFrame>
  );
}
