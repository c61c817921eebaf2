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

type ProofRequest = NonNullable<FormAgain["proofRequest"]>;

interface ProofFieldsProps {
  id: string;
  kind?: ButtonKind;
  beside?: ReactNode;
  words: {
    title: string;
    lead: Record<ProofRequest["kind"], string>;
    label: Record<ProofRequest["kind"], string>;
    whose: string;
    confirm: string;
    /** `{minutes}` stands for the wait. */
    problems: Record<ProofRequest["kind"], Record<Exclude<ProofRequest["problem"], "none">, string>>;
    show: string;
    hide: string;
  };
  children: ReactNode;
}

/** The field of the proof, when the form asks for one, and the submit button (`proof-submit.tsx`). */
export function ProofFields({ id, kind = "main", beside, words, children }: ProofFieldsProps) {
  const proofRequest = useFormAgain()?.proofRequest;
  if (!proofRequest)
    return (
      <Actions>
        <SubmitButton kind={kind}>{children}</SubmitButton>
        {beside}
      </Actions>
    );
  const { kind: proofKind, problem, minutes, identifier } = proofRequest;
  const error =
    problem === "none" ? undefined : words.problems[proofKind][problem].replace("{minutes}", minutes);
  const hint = (
    <>
      {words.whose} <code className="wrap-anywhere">{identifier}</code>
    </>
  );
  return (
    <>
      <Note tone="info" title={words.title}>
        <p>{words.lead[proofKind]}</p>
      </Note>
      {proofKind === "password" && (
        <input type="hidden" name="username" autoComplete="username" value={identifier} />
      )}
      <FieldFrame id={id} label={words.label[proofKind]} hint={hint} error={error}>
        {proofKind === "password" ? (
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
