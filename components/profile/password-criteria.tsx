"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";

const CRITERIA = {
  length: (password: string) => [...password].length >= 8,
  upperCase: (password: string) => /\p{Lu}/u.test(password),
  digit: (password: string) => /\p{Nd}/u.test(password),
  special: (password: string) => /[^\p{L}\p{N}\s]/u.test(password),
};

interface PasswordCriteriaProps {
  id: string;
  inputId: string;
  labels: Record<keyof typeof CRITERIA, string>;
  metLabel: string;
  /** What only the server can tell. */
  unchecked: string;
}

/** The rule, ticked while one types; without JavaScript it is read and the server checks it. */
export function PasswordCriteria({ id, inputId, labels, metLabel, unchecked }: PasswordCriteriaProps) {
  const [password, setPassword] = useState("");
  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement)) return;
    const read = () => setPassword(input.value);
    read();
    input.addEventListener("input", read);
    return () => input.removeEventListener("input", read);
  }, [inputId]);
  return (
    <ul className="criteria -mt-3" id={id}>
      {Object.entries(CRITERIA).map(([criterion, isMet]) => {
        const met = isMet(password);
        return (
          <li key={criterion} className={met ? "text-ok" : undefined}>
            <Icon name={met ? "check" : "dash"} />
            <span>
              {labels[criterion as keyof typeof CRITERIA]}
              {met && <span className="sr-only"> {metLabel}</span>}
            </span>
          </li>
        );
      })}
      <li className="col-span-full">
        <Icon name="dash" />
        {unchecked}
      </li>
    </ul>
  );
}
