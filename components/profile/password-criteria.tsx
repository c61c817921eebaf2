"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { normalizePassword, PASSWORD_CRITERIA } from "@/lib/password-rule";

const MARK = "mt-[0.15em] size-4 text-ink-3";

interface PasswordCriteriaProps {
  id: string;
  inputId: string;
  labels: Record<keyof typeof PASSWORD_CRITERIA, string>;
  metLabel: string;
  /** The text for the rules that only the server can check. */
  unchecked: string;
}

/** The password rule, ticked while the user types. Without JavaScript it is plain text; the server checks it anyway. */
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
    <ul className="-mt-3 grid grid-cols-[1fr_1fr] gap-x-4 gap-y-1 text-2 text-ink-2" id={id}>
      {Object.entries(PASSWORD_CRITERIA).map(([criterion, isMet]) => {
        const met = isMet(normalizePassword(password));
        return (
          <li key={criterion} className={met ? "flex gap-2 text-ok" : "flex gap-2"}>
            <Icon name={met ? "check" : "dash"} className={MARK} />
            <span>
              {labels[criterion as keyof typeof PASSWORD_CRITERIA]}
              {met && <span className="sr-only"> {metLabel}</span>}
            </span>
          </li>
        );
      })}
      <li className="col-span-full flex gap-2">
        <Icon name="dash" className={MARK} />
        {unchecked}
      </li>
    </ul>
  );
}
