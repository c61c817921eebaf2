"use client";

import type { ReactNode } from "react";
import type { FormAgain } from "@/lib/actions/form-again";
import { PROOF_FIELD } from "@/lib/proof-field";
import { Actions } from "./actions";
import { type ButtonKind, SubmitButton } from "./button";
import { descriptionOf, FieldFrame } from "./field-frame";
import { useFormAgain } from "./form-again-context";
import { Note } from "./note";
import { PasswordInput } from "./password-input";

type Asked = NonNullable<FormAgain["asked"]>;

interface ProofFieldsProps {
  id: string;
  kind?: ButtonKind;
  beside?: ReactNode;
  words: {
    title: string;
    lead: Record<Asked["kind"], string>;
    label: Record<Asked["kind"], string>;
    whose: string;
    confirm: string;
    /** `{minutes}` stands for the wait. */
    problems: Record<Asked["kind"], Record<Exclude<Asked["problem"], "none">, string>>;
    show: string;
    hide: string;
  };
  children: ReactNode;
}

/** The field of the proof, when the form asks for one, and the submit button (`proof-submit.tsx`). */
export function ProofFields({ id, kind = "main", beside, words, children }: ProofFieldsProps) {
  const asked = useFormAgain()?.asked;
  if (!asked)
    return (
      <Actions>
        <SubmitButton kind={kind}>{children}</SubmitButton>
        {beside}
      </Actions>
    );
  const { kind: asks, problem, minutes, identifier } = asked;
  const error = problem === "none" ? undefined : words.problems[asks][problem].replace("{minutes}", minutes);
  const hint = (
    <>
      {words.whose} <code className="wrap-anywhere">{identifier}</code>
    </>
  );
  return (
    <>
      <Note tone="info" title={words.title}>
        <p>{words.lead[asks]}</p>
      </Note>
      {asks === "password" && (
        <input type="hidden" name="username" autoComplete="username" value={identifier} />
      )}
      <FieldFrame id={id} label={words.label[asks]} hint={hint} error={error}>
        {asks === "password" ? (
          <PasswordInput
            id={id}
            name={PROOF_FIELD}
            autoComplete="current-password"
            describedBy={descriptionOf({ id, hint, error })}
            isInvalid={error !== undefined}
            autoFocus
            showLabel={words.show}
            hideLabel={words.hide}
          />
        ) : (
          <input
            className="input code-input"
            id={id}
            name={PROOF_FIELD}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            autoFocus
            aria-describedby={descriptionOf({ id, hint, error })}
            aria-invalid={error !== undefined || undefined}
          />
        )}
      </FieldFrame>
      <Actions>
        <SubmitButton kind={kind}>{words.confirm}</SubmitButton>
        {beside}
      </Actions>
    </>
  );
}
