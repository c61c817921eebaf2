"use client";

import type { ReactNode } from "react";
import { useFormAgain } from "./form-again-context";

/**
 * The field of a secret (`children`). While its form asks for a proof, the field is hidden and keeps its value, so that
 * only the password field of the proof is visible.
 */
export function HiddenDuringProof({ name, children }: { name: string; children: ReactNode }) {
  const again = useFormAgain();
  return again?.proofRequest ? <input type="hidden" name={name} value={again.typed[name] ?? ""} /> : children;
}
