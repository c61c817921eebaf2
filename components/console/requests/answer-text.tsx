"use client";

import { useRef } from "react";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { useFormAgain, useFormRead } from "@/components/ui/form-again-context";

const RENEW_EVERY_MS = 60_000;
const MAX_RENEWALS = 60;

interface AnswerTextProps {
  label: string;
  hint: string;
  maxLength: number;
  /** By the reason of the refusal. */
  problems: Readonly<Record<string, string>>;
  markAnswering: (shown: null, form: FormData) => Promise<unknown>;
}

/** What the action read from the form: the text with a template in it, or why it was refused. */
interface Read {
  text: string;
  problem: string;
}

/** The text of an answer. It keeps what was typed; typing tells colleagues that somebody is answering. */
export function AnswerText({ label, hint, maxLength, problems, markAnswering }: AnswerTextProps) {
  const again = useFormAgain();
  const read = useFormRead<Read>();
  const error = read.problem === undefined ? undefined : problems[read.problem];
  const renewed = useRef({ at: 0, count: 0 });
  const renew = () => {
    const { at, count } = renewed.current;
    const now = Date.now();
    if (now - at < RENEW_EVERY_MS || count >= MAX_RENEWALS) return;
    renewed.current = { at: now, count: count + 1 };
    // Colleagues can do without it, so an error is not shown.
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
        defaultValue={read.text ?? again?.typed.text ?? ""}
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
