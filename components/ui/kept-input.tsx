"use client";

import type { ComponentProps } from "react";
import { useFormAgain } from "./form-again-context";

/** An input that keeps what was typed or chosen when its form is shown again to ask for a proof. */
export function KeptInput({ defaultValue, defaultChecked, ...input }: ComponentProps<"input">) {
  const kept = useFormAgain()?.typed[input.name ?? ""];
  if (input.type === "radio" || input.type === "checkbox")
    return <input {...input} defaultChecked={kept === undefined ? defaultChecked : kept === input.value} />;
  return <input {...input} defaultValue={kept ?? defaultValue} />;
}

/** A text area that keeps what was typed when its form is shown again to ask for a proof. */
export function KeptTextArea({ defaultValue, ...area }: ComponentProps<"textarea">) {
  return <textarea {...area} defaultValue={useFormAgain()?.typed[area.name ?? ""] ?? defaultValue} />;
}

/** The same for a list of choices. */
export function KeptSelect({ defaultValue, ...select }: ComponentProps<"select">) {
  return <select {...select} defaultValue={useFormAgain()?.typed[select.name ?? ""] ?? defaultValue} />;
}
