"use client";

import { useState } from "react";

interface CopyButtonProps {
  text: string;
  label: string;
  doneLabel: string;
  failedLabel: string;
}

/** A button that copies a text to the clipboard and confirms it. Hidden without scripts; the text can be selected. */
export function CopyButton({ text, label, doneLabel, failedLabel }: CopyButtonProps) {
  const [outcome, setOutcome] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(doneLabel),
      () => setOutcome(failedLabel),
    );
  return (
    <span className="needs-script">
      <button type="button" className="button button-quiet -ml-2" onClick={copy}>
        {label}
      </button>
      <span role="status" className="text-2 text-ink-2">
        {outcome}
      </span>
    </span>
  );
}
