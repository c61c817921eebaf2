"use client";

import { useState } from "react";

type CopyButtonProps = { text: string; label: string; doneLabel: string };

/** Puts a text on the clipboard and says so. Without JavaScript it is not there: the text can be selected. */
export function CopyButton({ text, label, doneLabel }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button className="btn needs-script" type="button" onClick={copy}>
      <span aria-live="polite">{isCopied ? doneLabel : label}</span>
    </button>
  );
}
