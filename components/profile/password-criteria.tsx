"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { PASSWORD_CRITERIA } from "@/lib/password-rule";

interface PasswordCriteriaProps {
  id: string;
  inputId: string;
  labels: Record<keyof typeof PASSWORD_CRITERIA, string>;
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
      {Object.entries(PASSWORD_CRITERIA).map(([criterion, isMet]) => {
        const met = isMet(password);
        return (
          <li key={criterion} className={met ? "text-ok" : undefined}>
            <Icon name={met ? "check" : "dash"} />
            <span>
              {labels[criterion as keyof typeof PASSWORD_CRITERIA]}
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
