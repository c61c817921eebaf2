"use client";

import type { ReactNode } from "react";
import { useProofAsked } from "./proof-asked-context";

/**
 * The field of a secret, `children`. While its form asks for a proof the field is hidden and keeps its value, so that
 * the only password to see is the one that is asked for.
 */
export function TypedSecret({ name, children }: { name: string; children: ReactNode }) {
  const asked = useProofAsked();
  return asked ? <input type="hidden" name={name} value={asked.typed[name] ?? ""} /> : children;
}
