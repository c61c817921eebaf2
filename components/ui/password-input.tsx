"use client";

import { useState } from "react";

interface PasswordInputProps {
  id: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  describedBy: string | undefined;
  isInvalid: boolean;
  autoFocus?: boolean;
  showLabel: string;
  hideLabel: string;
}

/** A password input with a button that shows the password. Without JavaScript the button is hidden. */
export function PasswordInput({
  describedBy,
  isInvalid,
  showLabel,
  hideLabel,
  ...input
}: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="input-group">
      <input
        {...input}
        className="input"
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
      />
      <button
        className="button needs-script"
        type="button"
        aria-controls={input.id}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? hideLabel : showLabel}
      </button>
    </div>
  );
}
